// What a certificate says, as dictionaries of module ssl.
#include <arpa/inet.h>

#include "interpreter/objects/bytes.h"
#include "stdlib/_ssl/tls.h"

namespace weft::tls {

namespace {

Value text_of(Thread& thread, const Library& library, const ASN1_STRING* string) {
  unsigned char* bytes = nullptr;
  const int length = library.ASN1_STRING_to_UTF8(&bytes, string);
  if (length < 0) return as_result(make_str(thread, ""));
  const Value text = as_result(
      make_str(thread, {reinterpret_cast<const char*>(bytes), static_cast<size_t>(length)}));
  library.CRYPTO_free(bytes, __FILE__, __LINE__);
  return text;
}

Value pair_of(Thread& thread, Value first, Value second) {
  if (!first || !second) return Value::error();
  const Value both[] = {first, second};
  return as_result(make_tuple(thread, both));
}

Value tuple_of(Thread& thread, List* list) {
  return list == nullptr ? Value::error()
                         : as_result(tuple_from_iterable(thread, Value::cell(list)));
}

// ((('commonName', 'x'),), …)
Value name_of(Thread& thread, const Library& library, const X509_NAME* name) {
  List* parts = make_list(thread);
  if (parts == nullptr) return Value::error();
  for (int i = 0; i < library.X509_NAME_entry_count(name); ++i) {
    const X509_NAME_ENTRY* entry = library.X509_NAME_get_entry(name, i);
    const char* key =
        library.OBJ_nid2ln(library.OBJ_obj2nid(library.X509_NAME_ENTRY_get_object(entry)));
    const Value pair = pair_of(thread, as_result(make_str(thread, key == nullptr ? "" : key)),
                               text_of(thread, library, library.X509_NAME_ENTRY_get_data(entry)));
    if (!pair) return pair;
    const Value single = as_result(make_tuple(thread, std::span<const Value>(&pair, 1)));
    if (!single || !list_append(thread, parts, single)) return Value::error();
  }
  return tuple_of(thread, parts);
}

Value time_of(Thread& thread, const Library& library, const ASN1_TIME* time) {
  BIO* room = library.BIO_new(library.BIO_s_mem());
  if (room == nullptr) return raise_memory_error(thread);
  library.ASN1_TIME_print(room, time);
  char bytes[128];
  const int length = library.BIO_read(room, bytes, sizeof bytes);
  library.BIO_free(room);
  return as_result(make_str(thread, {bytes, static_cast<size_t>(std::max(length, 0))}));
}

Value serial_of(Thread& thread, const Library& library, X509* certificate) {
  BIGNUM* number = library.ASN1_INTEGER_to_BN(library.X509_get_serialNumber(certificate), nullptr);
  char* digits = number == nullptr ? nullptr : library.BN_bn2hex(number);
  const Value text = as_result(make_str(thread, digits == nullptr ? "" : digits));
  if (digits != nullptr) library.CRYPTO_free(digits, __FILE__, __LINE__);
  if (number != nullptr) library.BN_free(number);
  return text;
}

Value address_of(Thread& thread, const unsigned char* bytes, int length) {
  char text[INET6_ADDRSTRLEN] = "<invalid>";
  if (length == 4) inet_ntop(AF_INET, bytes, text, sizeof text);
  if (length == 16) inet_ntop(AF_INET6, bytes, text, sizeof text);
  return as_result(make_str(thread, text));
}

// (('DNS', 'x'), …); unset where there are none.
Value other_names_of(Thread& thread, const Library& library, X509* certificate) {
  auto* names = static_cast<GENERAL_NAMES*>(
      library.X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
  if (names == nullptr) return Value::unset();
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(names);
  List* found = make_list(thread);
  bool good = found != nullptr;
  for (int i = 0; good && i < library.OPENSSL_sk_num(stack); ++i) {
    const auto* name = static_cast<const GENERAL_NAME*>(library.OPENSSL_sk_value(stack, i));
    std::string_view kind;
    Value value;
    if (name->type == GEN_DNS || name->type == GEN_EMAIL || name->type == GEN_URI) {
      kind = name->type == GEN_DNS ? "DNS" : name->type == GEN_EMAIL ? "email" : "URI";
      value = text_of(thread, library, name->d.ia5);
    } else if (name->type == GEN_IPADD) {
      kind = "IP Address";
      value = address_of(thread, library.ASN1_STRING_get0_data(name->d.iPAddress),
                         library.ASN1_STRING_length(name->d.iPAddress));
    } else if (name->type == GEN_DIRNAME) {
      kind = "DirName";
      value = name_of(thread, library, name->d.directoryName);
    } else {
      continue;
    }
    const Value pair = pair_of(thread, as_result(make_str(thread, kind)), value);
    good = pair && list_append(thread, found, pair);
  }
  library.GENERAL_NAMES_free(names);
  return good ? tuple_of(thread, found) : Value::error();
}

}  // namespace

Value certificate_dict(Thread& thread, const Library& library, X509* certificate) {
  Dict* result = make_dict(thread);
  if (result == nullptr) return Value::error();
  const auto put = [&](std::string_view name, Value value) {
    if (!value) return false;
    Str* key = intern(thread, name);
    return key != nullptr && dict_set_str(thread, result, key, value);
  };
  const bool good =
      put("subject", name_of(thread, library, library.X509_get_subject_name(certificate))) &&
      put("issuer", name_of(thread, library, library.X509_get_issuer_name(certificate))) &&
      put("version", Value::small_int(library.X509_get_version(certificate) + 1)) &&
      put("serialNumber", serial_of(thread, library, certificate)) &&
      put("notBefore", time_of(thread, library, library.X509_get0_notBefore(certificate))) &&
      put("notAfter", time_of(thread, library, library.X509_get0_notAfter(certificate)));
  if (!good) return Value::error();
  const Value others = other_names_of(thread, library, certificate);
  if (!others.is_unset() && !put("subjectAltName", others)) return Value::error();
  return Value::cell(result);
}

Value certificate_bytes(Thread& thread, const Library& library, X509* certificate) {
  const int length = library.i2d_X509(certificate, nullptr);
  if (length < 0) return raise_tls_error(thread, nullptr, 0);
  Bytes* bytes = allocate_bytes(thread, static_cast<uint64_t>(length));
  if (bytes == nullptr) return Value::error();
  auto* place = reinterpret_cast<unsigned char*>(bytes->bytes);
  library.i2d_X509(certificate, &place);
  return Value::cell(bytes);
}

}  // namespace weft::tls
