#include "stdlib/_curl/library.h"

#include <dlfcn.h>

#include <type_traits>

#include "interpreter/objects/errors.h"
#include "runtime/heap/marker.h"
#include "stdlib/module_state.h"

namespace weft::curl {
namespace {

struct LibraryState final : runtime::RootSource {
  void trace_roots(runtime::Marker&) override {}
  std::shared_ptr<Library> library;
};

}  // namespace

std::shared_ptr<const Library> load_library(Thread& thread) {
  std::shared_ptr<Library>& known = module_state<LibraryState>(thread.isolate).library;
  if (known != nullptr) return known;
  auto loaded = std::make_shared<Library>();
  Library& library = *loaded;
  const auto fail = [&](std::string_view message) -> std::shared_ptr<const Library> {
    raise(thread, thread.isolate.exceptions.import_error, message);
    return nullptr;
  };
  void* handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr)
    return fail("requests needs libcurl.so.4 (Debian: libcurl4), which is not installed");
  bool complete = true;
  const auto find = [&](auto& place, const char* name) {
    place = reinterpret_cast<std::remove_reference_t<decltype(place)>>(dlsym(handle, name));
    complete = complete && place != nullptr;
  };
  find(library.global_init, "curl_global_init");
  find(library.version_info, "curl_version_info");
  find(library.easy_init, "curl_easy_init");
  find(library.easy_cleanup, "curl_easy_cleanup");
  find(library.easy_setopt, "curl_easy_setopt");
  find(library.easy_getinfo, "curl_easy_getinfo");
  find(library.easy_pause, "curl_easy_pause");
  find(library.easy_strerror, "curl_easy_strerror");
  find(library.multi_init, "curl_multi_init");
  find(library.multi_cleanup, "curl_multi_cleanup");
  find(library.multi_setopt, "curl_multi_setopt");
  find(library.multi_add_handle, "curl_multi_add_handle");
  find(library.multi_remove_handle, "curl_multi_remove_handle");
  find(library.multi_socket_action, "curl_multi_socket_action");
  find(library.multi_info_read, "curl_multi_info_read");
  find(library.multi_assign, "curl_multi_assign");
  find(library.slist_append, "curl_slist_append");
  find(library.slist_free_all, "curl_slist_free_all");
  if (!complete) return fail("libcurl.so.4 lacks functions that requests needs");
  if (library.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return fail("libcurl cannot be used");
  known = loaded;
  return loaded;
}

}  // namespace weft::curl
