// Runs a fuzz target over files and folders of them, without libFuzzer: the regression test.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

int replay(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string input((std::istreambuf_iterator<char>(stream)), {});
  // Shown first: a crash then tells its input.
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
  return 1;
}

}  // namespace

int main(int count, char** values) {
  int inputs = 0;
  for (int i = 1; i < count; ++i) {
    if (!std::filesystem::is_directory(values[i])) {
      inputs += replay(values[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(values[i])) {
      if (entry.is_regular_file()) inputs += replay(entry.path());
    }
  }
  std::printf("%d passed, 0 failed\n", inputs);
}
