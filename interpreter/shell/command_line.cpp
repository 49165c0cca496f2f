#include "interpreter/shell/command_line.h"

#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <string_view>
#include <system_error>

namespace weft::shell {

namespace {

constexpr const char* Options =
    "Options:\n"
    "-c cmd : program passed in as string (terminates option list)\n"
    "-m mod : run library module as a script (terminates option list)\n"
    "-i     : show the prompt after running script, and even if stdin is no terminal\n"
    "-q     : don't print the version when the prompt starts\n"
    "-E     : ignore WEFTPATH\n"
    "-h     : print this help message and exit (also --help)\n"
    "-V     : print the version number and exit (also --version)\n"
    "-u     : write what is printed at once, even to files and pipes\n"
    "-X watchdog=MS : name the line that keeps ready tasks waiting for longer\n"
    "--virtual-time  : when all sleep, time passes at once\n"
    "--schedule-seed N : who goes on among tasks and threads follows from this number, races too\n"
    "-B, -s, -S : accepted for the sake of scripts that give them to python\n"
    "--dis file            : print the bytecode of a source file\n"
    "--compile-only file...: parse and compile the files, run nothing\n"
    "file   : program read from script file, or from __main__.py in a folder\n"
    "-      : program read from stdin (default; interactive mode if a tty)\n"
    "arg ...: arguments passed to program in sys.argv[1:]\n"
    "Environment: WEFTPATH holds ':'-separated folders modules are imported from.\n";

void show_usage(std::FILE* stream, const char* program) {
  std::fprintf(stream, "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n", program);
}

int wrong_usage(const char* program, const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  show_usage(stderr, program);
  std::fputs("Try `weft -h' for more information.\n", stderr);
  return 2;
}

// The words of a command line, taken one after another.
class Words {
 public:
  Words(int count, char** values) : values_(values), count_(count) {}
  const char* program() const { return values_[0]; }
  bool at_end() const { return next_ >= count_; }
  std::string_view peek() const { return values_[next_]; }
  std::string take() { return values_[next_++]; }
  void take_rest(std::vector<std::string>& words) {
    while (!at_end()) words.push_back(take());
  }

 private:
  char** values_;
  int count_;
  int next_ = 1;
};

// -c or -m: `rest` is what follows the letter in its word. Ends the options.
std::optional<int> parse_program(Words& words, char letter, std::string_view rest,
                                 Request& request) {
  request.mode = letter == 'c' ? Request::Mode::Text : Request::Mode::Module;
  if (!rest.empty()) {
    request.target = rest;
  } else if (!words.at_end()) {
    request.target = words.take();
  } else {
    return wrong_usage(words.program(),
                       std::string("Argument expected for the -") + letter + " option");
  }
  request.arguments.push_back(std::string("-") + letter);
  words.take_rest(request.arguments);
  return std::nullopt;
}

// A whole number; nullopt if `text` is none.
std::optional<long> parse_number(std::string_view text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// -X: `rest` is what follows the letter in its word. Unknown ones are left alone, as by CPython.
std::optional<int> parse_implementation_option(Words& words, std::string_view rest,
                                               Request& request) {
  std::string word(rest);
  if (word.empty()) {
    if (words.at_end()) {
      return wrong_usage(words.program(), "Argument expected for the -X option");
    }
    word = words.take();
  }
  constexpr std::string_view Watchdog = "watchdog=";
  if (!word.starts_with(Watchdog)) return std::nullopt;
  const std::optional<long> limit = parse_number(std::string_view(word).substr(Watchdog.size()));
  if (!limit || *limit == 0) return wrong_usage(words.program(), "-X watchdog=MS needs a number");
  request.stall_milliseconds = *limit;
  return std::nullopt;
}

// A word of single letters, as "-iq". `finished`: no option follows.
std::optional<int> parse_letters(Words& words, std::string_view letters, Request& request,
                                 bool& finished) {
  for (size_t i = 0; i < letters.size(); ++i) {
    switch (const char letter = letters[i]) {
      case 'c':
      case 'm':
        finished = true;
        return parse_program(words, letter, letters.substr(i + 1), request);
      case 'i':
        request.inspect = true;
        break;
      case 'q':
        request.quiet = true;
        break;
      case 'E':
        request.use_environment = false;
        break;
      case 'u':
        request.unbuffered = true;
        break;
      case 'X':
        return parse_implementation_option(words, letters.substr(i + 1), request);
      case 'B':
      case 's':
      case 'S':
        break;
      case 'h':
        show_usage(stdout, words.program());
        std::fputs(Options, stdout);
        return 0;
      case 'V':
        std::puts(Version);
        return 0;
      default:
        return wrong_usage(words.program(), std::string("Unknown option: -") + letter);
    }
  }
  return std::nullopt;
}

// `finished`: no option follows.
std::optional<int> parse_long(Words& words, const std::string& word, Request& request,
                              bool& finished) {
  if (word == "--help" || word == "--version") {
    return parse_letters(words, word == "--help" ? "h" : "V", request, finished);
  }
  if (word == "--virtual-time") {
    request.virtual_time = true;
    finished = false;
    return std::nullopt;
  }
  if (word == "--schedule-seed") {
    const std::optional<long> seed = words.at_end() ? std::nullopt : parse_number(words.take());
    if (!seed) return wrong_usage(words.program(), "--schedule-seed needs a number");
    request.schedule_seed = static_cast<unsigned long>(*seed);
    finished = false;
    return std::nullopt;
  }
  if (word != "--dis" && word != "--compile-only") {
    return wrong_usage(words.program(), "unknown option " + word);
  }
  request.mode = word == "--dis" ? Request::Mode::Disassemble : Request::Mode::CompileOnly;
  words.take_rest(request.arguments);
  if (request.arguments.empty()) {
    return wrong_usage(words.program(), "Argument expected for the " + word + " option");
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> parse_command_line(int count, char** values, Request& request) {
  Words words(count, values);
  while (!words.at_end() && words.peek().starts_with('-') && words.peek() != "-") {
    const std::string word = words.take();
    if (word == "--") break;
    bool finished = word.starts_with("--");
    const std::optional<int> status =
        finished ? parse_long(words, word, request, finished)
                 : parse_letters(words, std::string_view(word).substr(1), request, finished);
    if (status || finished) return status;
  }
  if (!words.at_end()) {
    request.mode = Request::Mode::File;
    request.target = words.peek();
    words.take_rest(request.arguments);
    return std::nullopt;
  }
  request.arguments.emplace_back("");
  if (!request.inspect && isatty(STDIN_FILENO) == 0) {
    request.mode = Request::Mode::File;
    request.target = "-";
  }
  return std::nullopt;
}

}  // namespace weft::shell
