#include "stdlib/_curl/library.h"

#include "runtime/heap/marker.h"
#include "stdlib/module_state.h"
#include "stdlib/shared_library.h"

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
  SharedLibrary curl("requests", "libcurl.so.4", "libcurl4");
  curl.find(library.global_init, "curl_global_init");
  curl.find(library.version_info, "curl_version_info");
  curl.find(library.easy_init, "curl_easy_init");
  curl.find(library.easy_cleanup, "curl_easy_cleanup");
  curl.find(library.easy_setopt, "curl_easy_setopt");
  curl.find(library.easy_getinfo, "curl_easy_getinfo");
  curl.find(library.easy_pause, "curl_easy_pause");
  curl.find(library.easy_strerror, "curl_easy_strerror");
  curl.find(library.multi_init, "curl_multi_init");
  curl.find(library.multi_cleanup, "curl_multi_cleanup");
  curl.find(library.multi_setopt, "curl_multi_setopt");
  curl.find(library.multi_add_handle, "curl_multi_add_handle");
  curl.find(library.multi_remove_handle, "curl_multi_remove_handle");
  curl.find(library.multi_socket_action, "curl_multi_socket_action");
  curl.find(library.multi_info_read, "curl_multi_info_read");
  curl.find(library.multi_assign, "curl_multi_assign");
  curl.find(library.slist_append, "curl_slist_append");
  curl.find(library.slist_free_all, "curl_slist_free_all");
  if (!curl.is_complete(thread)) return nullptr;
  if (library.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    raise(thread, thread.isolate.exceptions.import_error, "libcurl cannot be used");
    return nullptr;
  }
  known = loaded;
  return loaded;
}

}  // namespace weft::curl
