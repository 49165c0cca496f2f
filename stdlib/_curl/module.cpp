// Module _curl: HTTP transfers by libcurl, many at once; what requests is written over.
#include "stdlib/_curl/multi.h"
#include "stdlib/_curl/transfer.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace curl {
namespace {

Value multi_close(Thread& thread, Arguments arguments) {
  close_multi(thread, arguments[0].as<Multi>());
  return Value::none();
}

constexpr NativeMethod multi_methods[] = {
    {"close", "(self, /)", "End all transfers and close all connections.", multi_close},
};

constexpr TypeSpec multi_spec = {.name = "Multi",
                                 .module = "_curl",
                                 .doc = "Connections, and the transfers that run over them.",
                                 .instance_kind = Kind::HostObject,
                                 .instance_size = sizeof(Multi),
                                 .is_base_type = false,
                                 .instances_have_dict = false,
                                 .methods = multi_methods,
                                 .attributes = {}};

}  // namespace
}  // namespace curl

bool fill_curl(Thread& thread, Module* module) {
  auto& state = module_state<curl::CurlState>(thread.isolate);
  if (state.multi_type == nullptr) {
    const TypeSpec transfer_spec = {.name = "Transfer",
                                    .module = "_curl",
                                    .doc = "A request and its answer.",
                                    .instance_kind = Kind::HostObject,
                                    .instance_size = sizeof(curl::Transfer),
                                    .is_base_type = false,
                                    .instances_have_dict = false,
                                    .methods = curl::transfer_methods(),
                                    .attributes = curl::transfer_attributes()};
    state.transfer_type = make_builtin_type(thread, transfer_spec, nullptr);
    if (state.transfer_type == nullptr) return false;
    state.multi_type = make_builtin_type(thread, curl::multi_spec, nullptr);
    if (state.multi_type == nullptr) return false;
  }
  return put_name(thread, module, "Transfer", Value::cell(state.transfer_type));
}

}  // namespace weft
