#include "interpreter/objects/source_lines.h"

#include <cstdint>
#include <cstdio>
#include <memory>

namespace weft {
namespace {

// The whole file, empty when it can not be read. Larger ones are no source text.
std::string read_file(const std::string& filename) {
  constexpr size_t LargestFile = size_t{64} << 20;
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(filename.c_str(), "rb"));
  std::string text;
  if (file == nullptr) return text;
  char buffer[16384];
  for (;;) {
    const size_t count = std::fread(buffer, 1, sizeof buffer, file.get());
    if (count == 0 || text.size() > LargestFile) return text;
    text.append(buffer, count);
  }
}

}  // namespace

const SourceLines::Source* SourceLines::find(std::string_view filename) {
  std::string key(filename);
  const auto known = sources_.find(key);
  if (known != sources_.end()) return &known->second;
  if (!read_files || (filename.starts_with('<') && filename.ends_with('>'))) return nullptr;
  std::string text = read_file(key);
  return &sources_.emplace(std::move(key), Source{std::move(text), true}).first->second;
}

std::optional<std::string_view> SourceLines::line(std::string_view filename, uint32_t number) {
  const Source* source = find(filename);
  if (source == nullptr || number == 0) return std::nullopt;
  std::string_view rest = source->text;
  for (uint32_t current = 1; !rest.empty(); ++current) {
    // \n, \r\n and \r end a line.
    const size_t end = rest.find_first_of("\r\n");
    if (current == number) return rest.substr(0, end);
    if (end == std::string_view::npos) break;
    const bool is_pair = rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n';
    rest.remove_prefix(end + (is_pair ? 2 : 1));
  }
  return std::nullopt;
}

void SourceLines::add(std::string_view filename, std::string_view text) {
  sources_.insert_or_assign(std::string(filename), Source{std::string(text), false});
}

void SourceLines::forget_files() {
  std::erase_if(sources_, [](const auto& entry) { return entry.second.is_file; });
}

}  // namespace weft
