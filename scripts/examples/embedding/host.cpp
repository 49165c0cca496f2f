// A shop whose discounts are a script: binds functions of the host, runs the script, calls it with
// values, reads results, and survives its errors.
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "weft/weft.h"

namespace {

const std::map<std::string, double> prices = {{"apple", 0.5}, {"book", 12.0}, {"lamp", 30.0}};

}  // namespace

int main() {
  weft::InterpreterOptions options;
  options.heap_limit_bytes = 64 << 20;           // the script may not use more
  options.time_limit = std::chrono::seconds(2);  // and no call may take longer
  options.file_access = false;                   // and it may not look around
  weft::Interpreter interpreter(options);

  // Functions of the host, in a module of their own.
  const weft::Handle shop = interpreter.new_module("shop", "What the shop offers to its scripts.");
  interpreter.define_in(shop, "price_of", "(name, /)", "Price of one piece.",
                        [](const std::string& name) { return prices.at(name); });
  interpreter.define_in(shop, "log", "(text, *, level='info')", "Writes to the shop's log.",
                        [](std::string_view text, std::string_view level) {
                          std::cout << "[" << level << "] " << text << "\n";
                        });

  try {
    interpreter.run_file("discounts.py");

    // Call a function of the script and read what it gives back.
    const weft::Handle total = interpreter.global("total");
    std::cout << "3 apples and a book: "
              << total(std::vector<std::string>{"apple", "apple", "apple", "book"}).to<double>()
              << "\n";
    const auto names =
        interpreter.evaluate("sorted(RULES, key=RULES.get)").to<std::vector<std::string>>();
    for (const std::string& name : names) std::cout << "rule: " << name << "\n";

    // An exception of the host arrives in the script, which turns it into one of its own, which
    // arrives here.
    total(std::vector<std::string>{"apple", "tiger"});
  } catch (const weft::ScriptError& error) {
    std::cout << "caught " << error.type_name() << ": " << error.message() << "\n"
              << error.traceback();
  }

  try {
    interpreter.run("while True: pass");
  } catch (const weft::ScriptError& error) {
    std::cout << (error.limit_reached() ? "stopped: " : "unexpected: ") << error.message() << "\n";
  }
}
