// The whole of CPython's standard library compiles to valid bytecode, where it is installed.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "interpreter/compiler/compile.h"
#include "tests/unit/compiler_fixture.h"

namespace weft::compiler {
namespace {

namespace fs = std::filesystem;

class LibraryTest : public CompilerTest {};

TEST_F(LibraryTest, CompilesAll) {
  const fs::path folder = "/usr/lib/python3.11";
  if (!fs::exists(folder)) GTEST_SKIP() << "no standard library here";
  int count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".py") continue;
    // Not Python 3, for tests of lib2to3.
    if (entry.path().string().find("lib2to3/tests/data") != std::string::npos) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream source;
    source << in.rdbuf();
    Code* code = compile_source(thread(), source.str(), entry.path().string(), {});
    if (code == nullptr) {
      ADD_FAILURE() << entry.path() << ": " << pending_text();
      continue;
    }
    EXPECT_EQ(verify(code), "") << entry.path();
    ++count;
  }
  EXPECT_GT(count, 0);
}

}  // namespace
}  // namespace weft::compiler
