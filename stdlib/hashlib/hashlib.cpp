// Module _hashlib: digests by libcrypto, which is loaded when the first is made.
//
// Loading costs some milliseconds that programs without digests need not pay; and a program that
// needs none runs where the library is missing. Only the types of its header are used here.
#include <openssl/evp.h>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "runtime/heap/marker.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/shared_library.h"

namespace weft {
namespace {

// The functions used, null until the library has been loaded.
struct Library {
  decltype(&EVP_get_digestbyname) get_digest_by_name;
  decltype(&EVP_MD_CTX_new) new_context;
  decltype(&EVP_MD_CTX_free) free_context;
  decltype(&EVP_MD_CTX_copy_ex) copy_context;
  decltype(&EVP_DigestInit_ex) init;
  decltype(&EVP_DigestUpdate) update;
  decltype(&EVP_DigestFinal_ex) final;
  decltype(&EVP_DigestFinalXOF) final_xof;
  decltype(&EVP_MD_get_size) digest_size;
  decltype(&EVP_MD_get_block_size) block_size;
  decltype(&EVP_MD_get_flags) flags;
  decltype(&PKCS5_PBKDF2_HMAC) pbkdf2;
};

struct HashState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(hash_type); }
  Type* hash_type = nullptr;
  Library library{};
};

struct HashObject : CustomObject {
  using CustomObject::CustomObject;
  EVP_MD_CTX* context;  // owned
  void (*free_context)(EVP_MD_CTX*);
  const EVP_MD* digest;
  Str* name;
};

void trace_hash(CustomObject* object, Marker& marker) {
  marker.mark(static_cast<HashObject*>(object)->name);
}
void destroy_hash(CustomObject* object) {
  auto* hash = static_cast<HashObject*>(object);
  if (hash->context != nullptr) hash->free_context(hash->context);
}
constexpr CustomOperations operations = {trace_hash, destroy_hash};

// Null: exception pending.
const Library* load_library(Thread& thread) {
  Library& library = module_state<HashState>(thread.isolate).library;
  if (library.pbkdf2 != nullptr) return &library;
  SharedLibrary crypto("hashlib", "libcrypto.so.3", "libssl3");
  crypto.find(library.get_digest_by_name, "EVP_get_digestbyname");
  crypto.find(library.new_context, "EVP_MD_CTX_new");
  crypto.find(library.free_context, "EVP_MD_CTX_free");
  crypto.find(library.copy_context, "EVP_MD_CTX_copy_ex");
  crypto.find(library.init, "EVP_DigestInit_ex");
  crypto.find(library.update, "EVP_DigestUpdate");
  crypto.find(library.final, "EVP_DigestFinal_ex");
  crypto.find(library.final_xof, "EVP_DigestFinalXOF");
  crypto.find(library.digest_size, "EVP_MD_get_size");
  crypto.find(library.block_size, "EVP_MD_get_block_size");
  crypto.find(library.flags, "EVP_MD_get_flags");
  crypto.find(library.pbkdf2, "PKCS5_PBKDF2_HMAC");
  if (crypto.is_complete(thread)) return &library;
  library = {};
  return nullptr;
}

std::optional<std::string_view> data_argument(Thread& thread, Value value) {
  if (is_str(value)) {
    raise_type_error(thread, "Strings must be encoded before hashing");
    return std::nullopt;
  }
  if (is_bytes_like(value)) return readable_bytes(thread, value);
  raise_type_error(thread, "object supporting the buffer API required");
  return std::nullopt;
}

// The names hashlib uses as libcrypto's.
std::string library_name(std::string_view name) {
  if (name.starts_with("sha3_")) return text("sha3-", name.substr(5));
  if (name.starts_with("shake_")) return text("shake", name.substr(6));
  if (name == "blake2b") return "blake2b512";
  if (name == "blake2s") return "blake2s256";
  return std::string(name);
}

const EVP_MD* find_digest(Thread& thread, const Library& library, std::string_view name) {
  const EVP_MD* digest = library.get_digest_by_name(library_name(name).c_str());
  if (digest == nullptr) raise_value_error(thread, text("unsupported hash type ", name));
  return digest;
}

Value hash_new(Thread& thread, Arguments arguments) {
  Str* name = str_argument(thread, arguments[0], "new", "1");
  const Library* library = name == nullptr ? nullptr : load_library(thread);
  const EVP_MD* digest = library == nullptr ? nullptr : find_digest(thread, *library, name->view());
  if (digest == nullptr) return Value::error();
  const std::optional<std::string_view> data = data_argument(thread, arguments[1]);
  if (!data) return Value::error();
  auto* hash = make_custom_object<HashObject>(
      thread, module_state<HashState>(thread.isolate).hash_type, operations);
  if (hash == nullptr) return Value::error();
  hash->name = name;
  hash->digest = digest;
  hash->free_context = library->free_context;
  hash->context = library->new_context();
  if (hash->context == nullptr || library->init(hash->context, digest, nullptr) != 1) {
    return raise_value_error(thread, text("unsupported hash type ", name->view()));
  }
  library->update(hash->context, data->data(), data->size());
  return Value::cell(hash);
}

const Library& library_of(Thread& thread) {
  return module_state<HashState>(thread.isolate).library;
}

Value hash_update(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> data = data_argument(thread, arguments[1]);
  if (!data) return Value::error();
  library_of(thread).update(arguments[0].as<HashObject>()->context, data->data(), data->size());
  return Value::none();
}

bool has_any_length(Thread& thread, const HashObject* hash) {
  return (library_of(thread).flags(hash->digest) & EVP_MD_FLAG_XOF) != 0;
}

// The digest so far; nullopt with an exception pending.
std::optional<std::string> digest_of(Thread& thread, const HashObject* hash, Value length) {
  const Library& library = library_of(thread);
  const bool any_length = has_any_length(thread, hash);
  size_t size = static_cast<size_t>(std::max(library.digest_size(hash->digest), 0));
  if (any_length) {
    if (length.is_unset()) {
      raise_type_error(thread, "digest() missing required argument 'length' (pos 1)");
      return std::nullopt;
    }
    const std::optional<int64_t> given = to_size_argument(thread, length);
    if (!given) return std::nullopt;
    if (*given < 0 || *given > INT32_MAX) {
      raise_value_error(thread, "value must be positive");
      return std::nullopt;
    }
    size = static_cast<size_t>(*given);
  }
  std::string out(size, '\0');
  EVP_MD_CTX* copy = library.new_context();
  const bool copied = copy != nullptr && library.copy_context(copy, hash->context) == 1;
  auto* place = reinterpret_cast<unsigned char*>(out.data());
  const bool good = copied && (any_length ? library.final_xof(copy, place, size)
                                          : library.final(copy, place, nullptr)) == 1;
  library.free_context(copy);
  if (good) return out;
  raise_memory_error(thread);
  return std::nullopt;
}

Value hash_digest(Thread& thread, Arguments arguments) {
  const auto digest = digest_of(thread, arguments[0].as<HashObject>(), arguments[1]);
  return digest ? as_result(make_bytes(thread, *digest)) : Value::error();
}

Value hash_hexdigest(Thread& thread, Arguments arguments) {
  const auto digest = digest_of(thread, arguments[0].as<HashObject>(), arguments[1]);
  if (!digest) return Value::error();
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char c : *digest) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return as_result(make_ascii_str(thread, out));
}

Value hash_copy(Thread& thread, Arguments arguments) {
  const auto* hash = arguments[0].as<HashObject>();
  const Library& library = library_of(thread);
  auto* copy = make_custom_object<HashObject>(
      thread, module_state<HashState>(thread.isolate).hash_type, operations);
  if (copy == nullptr) return Value::error();
  copy->name = hash->name;
  copy->digest = hash->digest;
  copy->free_context = library.free_context;
  copy->context = library.new_context();
  if (copy->context == nullptr || library.copy_context(copy->context, hash->context) != 1) {
    return raise_memory_error(thread);
  }
  return Value::cell(copy);
}

Value hash_repr(Thread& thread, Arguments arguments) {
  const auto* hash = arguments[0].as<HashObject>();
  return as_result(make_str(
      thread, text("<", hash->name->view(), " _hashlib.HASH object @ ", address_text(hash), ">")));
}

constexpr NativeMethod methods[] = {
    {"update", "(self, obj, /)", "Adds bytes.", hash_update},
    {"digest", "(self, length=<unset>, /)", "The digest of all bytes so far.", hash_digest},
    {"hexdigest", "(self, length=<unset>, /)", "The digest as hexadecimal text.", hash_hexdigest},
    {"copy", "(self, /)", "An object that has got the same bytes.", hash_copy},
    {"__repr__", "(self, /)", "The name.", hash_repr},
};

constexpr NativeAttribute attributes[] = {
    {"name", "The name of the algorithm.",
     [](Thread&, Value self) { return Value::cell(self.as<HashObject>()->name); }, nullptr},
    {"digest_size", "Bytes of a digest; 0 for any number.",
     [](Thread& thread, Value self) {
       const auto* hash = self.as<HashObject>();
       return Value::small_int(
           has_any_length(thread, hash) ? 0 : library_of(thread).digest_size(hash->digest));
     },
     nullptr},
    {"block_size", "Bytes the algorithm takes at a time.",
     [](Thread& thread, Value self) {
       return Value::small_int(library_of(thread).block_size(self.as<HashObject>()->digest));
     },
     nullptr},
};

constexpr TypeSpec hash_spec = {.name = "HASH",
                                .module = "_hashlib",
                                .doc = "A digest in the making.",
                                .instance_kind = Kind::HostObject,
                                .instance_size = sizeof(HashObject),
                                .is_base_type = false,
                                .instances_have_dict = false,
                                .methods = methods,
                                .attributes = attributes};

Value hash_pbkdf2(Thread& thread, Arguments arguments) {
  Str* name = str_argument(thread, arguments[0], "pbkdf2_hmac", "'hash_name'");
  const Library* library = name == nullptr ? nullptr : load_library(thread);
  const EVP_MD* digest = library == nullptr ? nullptr : find_digest(thread, *library, name->view());
  if (digest == nullptr) return Value::error();
  const std::optional<std::string_view> password = readable_bytes(thread, arguments[1]);
  const std::optional<std::string_view> salt =
      password ? readable_bytes(thread, arguments[2]) : std::nullopt;
  const std::optional<int32_t> rounds = salt ? to_int_argument(thread, arguments[3]) : std::nullopt;
  if (!rounds) return Value::error();
  if (*rounds < 1) return raise_value_error(thread, "iteration value must be greater than 0.");
  int64_t length = library->digest_size(digest);
  if (!arguments[4].is_none()) {
    const std::optional<int64_t> given = to_size_argument(thread, arguments[4]);
    if (!given) return Value::error();
    length = *given;
  }
  if (length < 1) return raise_value_error(thread, "key length must be greater than 0.");
  if (length > INT32_MAX) return raise_overflow_error(thread, "key length is too great.");
  std::string key(static_cast<size_t>(length), '\0');
  library->pbkdf2(password->data(), static_cast<int>(password->size()),
                  reinterpret_cast<const unsigned char*>(salt->data()),
                  static_cast<int>(salt->size()), *rounds, digest, static_cast<int>(length),
                  reinterpret_cast<unsigned char*>(key.data()));
  return as_result(make_bytes(thread, key));
}

Value hash_compare_digest(Thread& thread, Arguments arguments) {
  std::string_view sides[2];
  for (uint32_t i = 0; i < 2; ++i) {
    if (is_str(arguments[0]) && is_str(arguments[1])) {
      if (!arguments[i].as<Str>()->is_ascii) {
        return raise_type_error(thread,
                                "comparing strings with non-ASCII characters is not supported");
      }
      sides[i] = arguments[i].as<Str>()->view();
      continue;
    }
    const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[i]);
    if (!bytes) return Value::error();
    sides[i] = *bytes;
  }
  // The time it takes must not tell where they differ.
  volatile unsigned char difference = sides[0].size() == sides[1].size() ? 0 : 1;
  const std::string_view against = difference == 0 ? sides[0] : sides[1];
  for (size_t i = 0; i < sides[1].size(); ++i) {
    difference = static_cast<unsigned char>(difference | (against[i] ^ sides[1][i]));
  }
  return Value::boolean(difference == 0);
}

constexpr NativeMethod functions[] = {
    {"compare_digest", "(a, b, /)", "Whether two are equal, in a time that tells nothing.",
     hash_compare_digest},
    {"new", "(name, string=<unset>, /)", "A digest of a named algorithm.",
     [](Thread& thread, Arguments arguments) {
       if (!arguments[1].is_unset()) return hash_new(thread, arguments);
       const Value pair[] = {arguments[0], Value::cell(thread.isolate.empty_bytes)};
       return hash_new(thread, Arguments(pair, 2));
     }},
    {"pbkdf2_hmac", "(hash_name, password, salt, iterations, dklen=None)",
     "A key made of a password.", hash_pbkdf2},
};

}  // namespace

bool fill_hashlib(Thread& thread, Module* module) {
  auto& state = module_state<HashState>(thread.isolate);
  if (state.hash_type == nullptr) {
    state.hash_type = make_builtin_type(thread, hash_spec, nullptr);
    if (state.hash_type == nullptr) return false;
  }
  return put_functions(thread, module, functions) &&
         put_name(thread, module, "HASH", Value::cell(state.hash_type));
}

}  // namespace weft
