// libcurl's functions, loaded when the first transfer needs them.
//
// Loading libcurl and what it depends on takes longer than a small script runs; so it is not
// linked. Only its header is used when weft is built.
#pragma once

#include <curl/curl.h>

#include <memory>

#include "interpreter/objects/thread.h"

namespace weft::curl {

struct Library {
  decltype(&curl_global_init) global_init;
  decltype(&curl_version_info) version_info;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_pause) easy_pause;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_multi_init) multi_init;
  decltype(&curl_multi_cleanup) multi_cleanup;
  decltype(&curl_multi_setopt) multi_setopt;
  decltype(&curl_multi_add_handle) multi_add_handle;
  decltype(&curl_multi_remove_handle) multi_remove_handle;
  decltype(&curl_multi_socket_action) multi_socket_action;
  decltype(&curl_multi_info_read) multi_info_read;
  decltype(&curl_multi_assign) multi_assign;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
};

// Null with ImportError pending. Shared, for transfers are swept when the isolate's modules are
// gone.
[[nodiscard]] std::shared_ptr<const Library> load_library(Thread& thread);

}  // namespace weft::curl
