// Module _io: what io.py is made from.
#include "stdlib/io/file_state.h"
#include "stdlib/io/memory_stream.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {

bool fill_io(Thread& thread, Module* module) {
  auto& memory = module_state<MemoryStreamState>(thread.isolate);
  const FileRegistry* files = file_registry(thread);
  if (files == nullptr || !make_text_stream_type(thread, memory) ||
      !make_byte_stream_type(thread, memory)) {
    return false;
  }
  Type* unsupported = unsupported_operation_type(thread);
  return unsupported != nullptr && put_functions(thread, module, file_functions()) &&
         put_name(thread, module, "FileIO", Value::cell(files->raw_type)) &&
         put_name(thread, module, "BufferedReader", Value::cell(files->reader_type)) &&
         put_name(thread, module, "BufferedWriter", Value::cell(files->writer_type)) &&
         put_name(thread, module, "BufferedRandom", Value::cell(files->random_type)) &&
         put_name(thread, module, "TextIOWrapper", Value::cell(files->text_type)) &&
         put_name(thread, module, "StringIO", Value::cell(memory.text_stream)) &&
         put_name(thread, module, "BytesIO", Value::cell(memory.byte_stream)) &&
         put_name(thread, module, "UnsupportedOperation", Value::cell(unsupported));
}

}  // namespace weft
