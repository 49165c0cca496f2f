// Source text for tracebacks: of files, read when first asked for, and of code that is in no file
// but was registered under a name in angle brackets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace weft {

struct SourceLines {
  bool read_files = true;  // off: only what was registered is known

  // Line `number` (from 1) without its end; nullopt when unknown.
  std::optional<std::string_view> line(std::string_view filename, uint32_t number);
  void add(std::string_view filename, std::string_view text);
  // Files may have changed since.
  void forget_files();

 private:
  struct Source {
    std::string text;
    bool is_file;
  };
  const Source* find(std::string_view filename);

  std::unordered_map<std::string, Source> sources_;
};

}  // namespace weft
