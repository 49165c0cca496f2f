// The text of an exception as CPython's top level prints it.
//
// The writer prefixes every line with the margin of the exception groups around it. Whatever goes
// wrong on the way (a __str__ that raises, a source file that is gone) leaves its trace in the text
// and nothing pending.
#include <algorithm>
#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/exception_group.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/source_lines.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/traceback_anchors.h"
#include "interpreter/objects/traceback_suggestions.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {
namespace {

constexpr uint32_t MaximumGroupDepth = 10;
constexpr uint64_t MaximumGroupWidth = 15;
constexpr uint32_t ShownRepetitions = 3;
constexpr uint16_t UnknownColumn = 0xffff;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// Characters among the first `bytes` bytes.
uint32_t character_count(std::string_view text, uint32_t bytes) {
  const auto part = text.substr(0, bytes);
  return static_cast<uint32_t>(
      std::ranges::count_if(part, [](char c) { return !utf8::is_continuation(c); }));
}

class Writer {
 public:
  explicit Writer(Thread& thread) : thread_(thread) {}

  void write(Exception* exception) {
    if (std::ranges::find(seen_, exception) != seen_.end()) return;
    seen_.push_back(exception);
    if (!thread_.check_native_stack()) {
      thread_.pending = nullptr;
      return;
    }
    write_chain(exception);
    if (!is_exception_group(thread_, exception)) {
      if (exception->traceback != nullptr) {
        emit("Traceback (most recent call last):\n");
        write_traceback(exception->traceback);
      }
      write_message(exception);
    } else if (depth_ > MaximumGroupDepth) {
      emit(text("... (max_group_depth is ", MaximumGroupDepth, ")\n"));
    } else {
      write_group(exception);
    }
  }

  // The lines below the traceback: message, suggestion, notes.
  void write_message(Exception* exception) {
    Value shown = Value::cell(exception);
    if (is_subtype(exception->type(), thread_.isolate.exceptions.syntax_error))
      shown = write_syntax_error_place(exception);
    std::string line = class_text(exception->type());
    if (!shown.is_none()) {
      Str* message = str(thread_, shown);
      if (message == nullptr) {
        thread_.pending = nullptr;
        line += ": <exception str() failed>";
      } else if (message->byte_count != 0) {
        line += text(": ", message->view());
      }
    }
    if (Str* suggestion = suggest_name(thread_, exception))
      line += text(". Did you mean: '", suggestion->view(), "'?");
    emit(line + "\n");
    write_notes(exception);
  }

  std::string take() { return std::move(out_); }

 private:
  std::string indentation() const { return std::string(2 * depth_, ' '); }

  // Appends whole lines behind the margin.
  void emit(std::string_view lines, char margin = '|') {
    if (depth_ == 0) {
      out_ += lines;
      return;
    }
    while (!lines.empty()) {
      const size_t end = lines.find('\n');
      out_ += indentation();
      out_ += margin;
      out_ += ' ';
      out_ += lines.substr(0, end);
      out_ += '\n';
      if (end == std::string_view::npos) break;
      lines.remove_prefix(end + 1);
    }
  }

  void write_chain(Exception* exception) {
    if (exception->cause != nullptr) {
      if (std::ranges::find(seen_, exception->cause) != seen_.end()) return;
      write(exception->cause);
      emit("\nThe above exception was the direct cause of the following exception:\n\n");
    } else if (exception->context != nullptr && !exception->suppress_context) {
      if (std::ranges::find(seen_, exception->context) != seen_.end()) return;
      write(exception->context);
      emit("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
  }

  // --- Groups

  void write_group(Exception* group) {
    const bool is_outermost = depth_ == 0;
    if (is_outermost) ++depth_;
    if (group->traceback != nullptr) {
      emit("Exception Group Traceback (most recent call last):\n", is_outermost ? '+' : '|');
      write_traceback(group->traceback);
    }
    write_message(group);
    const Value members = exception_field(group, field::GroupExceptions);
    if (is_tuple(members)) write_members(members.as<Tuple>());
    if (is_outermost) depth_ = 0;
  }

  void write_members(const Tuple* members) {
    const uint64_t shown = std::min(members->count, MaximumGroupWidth + 1);
    needs_closing_ = false;
    for (uint64_t i = 0; i < shown; ++i) {
      const bool is_last = i + 1 == shown;
      // The last member may be a group, which then draws the closing line.
      if (is_last) needs_closing_ = true;
      const bool is_rest = i >= MaximumGroupWidth;
      out_ += text(indentation(), i == 0 ? "+-" : "  ", "+---------------- ",
                   is_rest ? std::string("...") : std::to_string(i + 1), " ----------------\n");
      ++depth_;
      if (is_rest) {
        const uint64_t rest = members->count - MaximumGroupWidth;
        emit(text("and ", rest, " more exception", rest == 1 ? "" : "s", "\n"));
      } else {
        write(members->values[i].as<Exception>());
      }
      if (is_last && needs_closing_) {
        out_ += text(indentation(), "+------------------------------------\n");
        needs_closing_ = false;
      }
      --depth_;
    }
  }

  // --- The stack

  void write_traceback(const Traceback* first) {
    const Traceback* previous = nullptr;
    uint64_t repetitions = 0;
    for (const Traceback* entry = first; entry != nullptr; entry = entry->next) {
      const bool repeats = previous != nullptr && entry->line == previous->line &&
                           str_equal(entry->code->filename, previous->code->filename) &&
                           str_equal(entry->code->name, previous->code->name);
      if (!repeats) {
        write_repetitions(repetitions);
        repetitions = 0;
      }
      previous = entry;
      if (++repetitions <= ShownRepetitions) write_entry(entry);
    }
    write_repetitions(repetitions);
  }

  void write_repetitions(uint64_t count) {
    if (count <= ShownRepetitions) return;
    const uint64_t hidden = count - ShownRepetitions;
    emit(text("  [Previous line repeated ", hidden, " more time", hidden == 1 ? "" : "s", "]\n"));
  }

  void write_entry(const Traceback* entry) {
    const Code* code = entry->code;
    emit(text("  File \"", code->filename->view(), "\", line ", entry->line, ", in ",
              code->name->view(), "\n"));
    const auto source = thread_.isolate.source_lines->line(code->filename->view(), entry->line);
    if (!source) return;
    std::string_view line = *source;
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    if (line.empty()) return;
    emit(text("    ", line, "\n"));
    if (code->position_count == 0 || entry->offset == Traceback::NotStarted) return;
    const PositionEntry& position = position_at(code, entry->offset);
    if (position.column != UnknownColumn && position.end_column != UnknownColumn)
      write_carets(*source, position);
  }

  void write_carets(std::string_view source, const PositionEntry& position) {
    const auto indent =
        static_cast<uint32_t>(std::ranges::find_if_not(source, is_blank) - source.begin());
    const auto length = static_cast<uint32_t>(source.size());
    uint32_t begin = std::min<uint32_t>(position.column, length);
    uint32_t end = std::min<uint32_t>(position.end_column, length);
    std::optional<Anchors> anchors;
    if (position.line == position.end_line) {
      if (begin < end) anchors = find_anchors(source.substr(begin, end - begin));
    } else {
      // Of an expression over several lines the first is shown, to its end.
      end = length;
      while (end > 0 && (is_blank(source[end - 1]) || source[end - 1] == '\r')) --end;
    }
    const uint32_t first = character_count(source, begin);
    const uint32_t last = character_count(source, end);
    // Carets under the whole line say nothing.
    if (!anchors && last - first == character_count(source, length) - indent) return;
    std::string line = "    ";
    for (uint32_t i = indent; i < first; ++i) line += ' ';
    if (!anchors) {
      line.append(last > first ? last - first : 0, '^');
    } else {
      const uint32_t left = first + character_count(source.substr(begin), anchors->begin);
      const uint32_t right = first + character_count(source.substr(begin), anchors->end);
      for (uint32_t i = first; i < last; ++i) line += i >= left && i < right ? '^' : '~';
    }
    emit(line + "\n");
  }

  // --- The message

  std::string class_text(const Type* type) {
    const Value module =
        get_attribute(thread_, Value::cell(type), thread_.isolate.names.__module__);
    std::string prefix;
    if (!module || !is_str(module)) {
      thread_.pending = nullptr;
      prefix = "<unknown>.";
    } else if (const auto name = as_str(module)->view(); name != "builtins" && name != "__main__") {
      prefix = text(name, ".");
    }
    return text(prefix, type->qualified_name->view());
  }

  // "  File …, line …" and the source line of a SyntaxError; what is left to show as its message.
  Value write_syntax_error_place(Exception* error) {
    const Value line = exception_field(error, field::SyntaxErrorLine);
    if (!line.is_small_int()) return Value::cell(error);
    const Value filename = exception_field(error, field::SyntaxErrorFilename);
    Str* shown_name = filename.is_none() ? nullptr : str(thread_, filename);
    thread_.pending = nullptr;
    emit(text("  File \"", shown_name == nullptr ? "<string>" : shown_name->view(), "\", line ",
              line.as_small_int(), "\n"));
    const Value source = exception_field(error, field::SyntaxErrorText);
    if (is_str(source)) {
      const auto number = [&](uint32_t slot) {
        const Value value = exception_field(error, slot);
        return value.is_small_int() ? value.as_small_int() : int64_t{-1};
      };
      // Of subclasses only the beginning is marked.
      const bool marks_range = error->type() == thread_.isolate.exceptions.syntax_error;
      int64_t end_offset = marks_range ? number(field::SyntaxErrorEndOffset) : -1;
      if (marks_range && number(field::SyntaxErrorEndLine) > line.as_small_int())
        end_offset = static_cast<int64_t>(as_str(source)->byte_count);
      write_syntax_error_source(as_str(source)->view(), number(field::SyntaxErrorOffset),
                                end_offset);
    }
    return exception_field(error, field::SyntaxErrorMessage);
  }

  // Offsets from 1; 0 or less: unknown. Whether they count characters or bytes is the raiser's
  // business; the line is measured in bytes, as CPython does.
  void write_syntax_error_source(std::string_view line, int64_t offset, int64_t end_offset) {
    const int64_t carets = end_offset > 0 && end_offset > offset ? end_offset - offset : 1;
    --offset;
    while (!line.empty() && is_blank(line.front())) {
      line.remove_prefix(1);
      --offset;
    }
    if (line.ends_with('\n')) line.remove_suffix(1);
    offset = std::min(offset, static_cast<int64_t>(line.size()));
    // Shown is what begins with the line the offset lies in.
    for (size_t end = line.find('\n'); end != std::string_view::npos; end = line.find('\n')) {
      const auto size = static_cast<int64_t>(end);
      if (size >= offset) break;
      line.remove_prefix(end + 1);
      offset -= size + 1;
    }
    emit(text("    ", line, "\n"));
    if (offset < 0) return;
    emit(text("    ", std::string(static_cast<size_t>(offset), ' '),
              std::string(static_cast<size_t>(carets), '^'), "\n"));
  }

  void write_notes(Exception* exception) {
    const Value notes =
        find_attribute(thread_, Value::cell(exception), thread_.isolate.names.__notes__);
    if (!notes || notes.is_unset() || notes.is_none()) {
      thread_.pending = nullptr;
      return;
    }
    const bool is_sequence = is_kind(notes, Kind::List) || is_kind(notes, Kind::Tuple);
    if (!is_sequence) {
      Str* shown = repr(thread_, notes);
      thread_.pending = nullptr;
      emit(text(shown == nullptr ? "<__notes__ repr() failed>" : shown->view(), "\n"));
      return;
    }
    List* list = list_from_iterable(thread_, notes);
    thread_.pending = nullptr;
    for (uint64_t i = 0; list != nullptr && i < list->count; ++i) {
      Str* note = str(thread_, list->items->values[i]);
      thread_.pending = nullptr;
      emit(text(note == nullptr ? "<note str() failed>" : note->view(), "\n"));
    }
  }

  Thread& thread_;
  std::string out_;
  uint32_t depth_ = 0;  // of exception groups
  bool needs_closing_ = false;
  std::vector<const Exception*> seen_;
};

// Formatting runs script code, which must not see or change what is going on.
class QuietScope {
 public:
  explicit QuietScope(Thread& thread)
      : thread_(thread), pending_(thread.pending), handled_(thread.handled) {
    thread.pending = nullptr;
  }
  ~QuietScope() {
    thread_.pending = pending_;
    thread_.handled = handled_;
  }
  QuietScope(const QuietScope&) = delete;
  QuietScope& operator=(const QuietScope&) = delete;

 private:
  Thread& thread_;
  Exception* pending_;
  Exception* handled_;
};

}  // namespace

std::string format_exception(Thread& thread, Exception* exception) {
  const QuietScope scope(thread);
  Writer writer(thread);
  writer.write(exception);
  return writer.take();
}

std::string format_exception_only(Thread& thread, Exception* exception) {
  const QuietScope scope(thread);
  Writer writer(thread);
  writer.write_message(exception);
  return writer.take();
}

void register_source(Thread& thread, std::string_view filename, std::string_view text) {
  thread.isolate.source_lines->add(filename, text);
}

}  // namespace weft
