// Parses sources for scripts that compare weft with another Python.
//
//   weft_ast_dump [--attributes] FILE...   writes the tree of each file, or what is wrong with it
//   weft_ast_dump --check FILE...          writes what is wrong with the files that are not valid
//   weft_ast_dump --time FILE...           parses all files ten times, writes seconds and lines
//   weft_ast_dump --serve                  answers requests on standard input
//
// A request is a line of three words and as many bytes as the third says:
//
//   <mode: exec, eval, single> <flags: a = attributes, t = text, b = bytes, o = open blocks> <size>
//
// An answer is a line `ok SIZE` with the tree behind it, or `error SIZE` with ten lines: exception,
// message, line, offset, end line, end offset, whether there is a source line, that line, whether
// the source is incomplete; in the texts `\` and newline are escaped as `\\` and `\n`.

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "interpreter/syntax/ast_dump.h"
#include "interpreter/syntax/parser.h"

namespace {

using namespace weft::syntax;

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::SyntaxError:
      return "SyntaxError";
    case ErrorKind::IndentationError:
      return "IndentationError";
    case ErrorKind::TabError:
      return "TabError";
    case ErrorKind::ValueError:
      return "ValueError";
    case ErrorKind::RecursionError:
      return "RecursionError";
    case ErrorKind::MemoryError:
      return "MemoryError";
  }
  return "";
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\\\";
    } else if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result;
}

std::string describe(const Diagnostic& diagnostic) {
  std::string result = name_of(diagnostic.kind);
  result += '\n' + escaped(diagnostic.message) + '\n';
  for (const int64_t number :
       {static_cast<int64_t>(diagnostic.line), static_cast<int64_t>(diagnostic.offset),
        static_cast<int64_t>(diagnostic.end_line), static_cast<int64_t>(diagnostic.end_offset),
        static_cast<int64_t>(diagnostic.has_text)}) {
    result += std::to_string(number) + '\n';
  }
  return result + escaped(diagnostic.text) + '\n' + (diagnostic.incomplete ? "1\n" : "0\n");
}

std::string read_file(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int serve() {
  std::string mode;
  std::string flags;
  size_t size = 0;
  while (std::cin >> mode >> flags >> size) {
    std::cin.get();
    std::string source(size, '\0');
    std::cin.read(source.data(), static_cast<std::streamsize>(size));
    ParseOptions options;
    options.mode = mode == "exec"   ? ParseMode::Module
                   : mode == "eval" ? ParseMode::Expression
                                    : ParseMode::Single;
    const auto has = [&flags](char flag) { return flags.find(flag) != std::string::npos; };
    options.origin = has('t')   ? SourceOrigin::Text
                     : has('b') ? SourceOrigin::Bytes
                                : SourceOrigin::File;
    options.end_closes_blocks = !has('o');
    const ParseResult result = parse(source, "<string>", options);
    const std::string answer =
        result.ok() ? dump_tree(*result.module, has('a')) : describe(*result.diagnostic);
    std::cout << (result.ok() ? "ok " : "error ") << answer.size() << '\n' << answer << std::flush;
  }
  return 0;
}

int measure(const std::vector<const char*>& names) {
  constexpr int Rounds = 10;
  std::vector<std::string> sources;
  size_t lines = 0;
  for (const char* name : names) {
    sources.push_back(read_file(name));
    for (const char c : sources.back()) lines += c == '\n';
  }
  const auto begin = std::chrono::steady_clock::now();
  size_t failures = 0;
  for (int round = 0; round < Rounds; ++round) {
    for (size_t i = 0; i < sources.size(); ++i) {
      failures += !parse(sources[i], names[i], {}).ok();
    }
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::printf("%.4f s a round, %zu lines, %.2f million lines a second, %zu refused\n",
              seconds.count() / Rounds, lines,
              static_cast<double>(lines) * Rounds / seconds.count() / 1e6, failures / Rounds);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<const char*> names(argv + 1, argv + argc);
  std::ios::sync_with_stdio(false);
  if (names.size() == 1 && std::strcmp(names[0], "--serve") == 0) return serve();
  if (!names.empty() && std::strcmp(names[0], "--time") == 0) {
    names.erase(names.begin());
    return measure(names);
  }
  const bool attributes = !names.empty() && std::strcmp(names[0], "--attributes") == 0;
  const bool check = !names.empty() && std::strcmp(names[0], "--check") == 0;
  if (attributes || check) names.erase(names.begin());
  bool all_parsed = true;
  for (const char* name : names) {
    const ParseResult result = parse(read_file(name), name, {});
    all_parsed &= result.ok();
    if (!result.ok()) {
      std::cout << describe(*result.diagnostic);
    } else if (!check) {
      std::cout << dump_tree(*result.module, attributes) << '\n';
    }
  }
  return all_parsed ? 0 : 1;
}
