// Every tests/bytecode/*.py compiles to the listing beside it (*.dis).
//
// After a change that is meant: WEFT_RECORD_BYTECODE=1 compiler_bytecode_test writes the listings
// anew; read the difference before committing it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "interpreter/compiler/disassembler.h"
#include "tests/unit/compiler_fixture.h"

namespace weft::compiler {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

class BytecodeTest : public CompilerTest {};

TEST_F(BytecodeTest, MatchesGoldens) {
  const fs::path folder = fs::path(WEFT_TESTS_FOLDER) / "bytecode";
  const bool record = std::getenv("WEFT_RECORD_BYTECODE") != nullptr;
  std::vector<fs::path> sources;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".py") sources.push_back(entry.path());
  }
  ASSERT_FALSE(sources.empty());
  for (fs::path path : sources) {
    const std::string actual = listing(read(path));
    path.replace_extension(".dis");
    if (record) {
      std::ofstream(path, std::ios::binary) << actual;
    } else {
      EXPECT_EQ(actual, read(path)) << path.filename();
    }
  }
}

}  // namespace
}  // namespace weft::compiler
