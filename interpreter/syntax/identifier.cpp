#include "interpreter/syntax/identifier.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace weft::syntax {

namespace {

// Unicode's properties XID_Start and XID_Continue are general categories, some characters kept for
// the sake of stability, less those whose normal form is no identifier.

bool is_one_of(uint32_t character, const uint32_t (*ranges)[2], size_t count) {
  return std::any_of(ranges, ranges + count, [character](const uint32_t(&range)[2]) {
    return range[0] <= character && character <= range[1];
  });
}

constexpr uint32_t OtherStart[][2] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212e, 0x212e}};

constexpr uint32_t NotStart[][2] = {
    {0x037a, 0x037a}, {0x0e33, 0x0e33}, {0x0eb3, 0x0eb3}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63},
    {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70}, {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76},
    {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e}, {0xff9e, 0xff9f},
};

constexpr uint32_t OtherPart[][2] = {
    {0x00b7, 0x00b7}, {0x0387, 0x0387}, {0x0e33, 0x0e33}, {0x0eb3, 0x0eb3},
    {0x1369, 0x1371}, {0x19da, 0x19da}, {0xff9e, 0xff9f},
};

constexpr uint32_t NotPart[][2] = {
    {0x037a, 0x037a}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb},
    {0xfe70, 0xfe70}, {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76},
    {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e},
};

}  // namespace

bool is_identifier_start(uint32_t character) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return !is_one_of(character, NotStart, std::size(NotStart));
    default:
      return character == '_' || is_one_of(character, OtherStart, std::size(OtherStart));
  }
}

bool is_identifier_part(uint32_t character) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
      return !is_one_of(character, NotPart, std::size(NotPart));
    default:
      return is_one_of(character, OtherStart, std::size(OtherStart)) ||
             is_one_of(character, OtherPart, std::size(OtherPart));
  }
}

bool is_printable(uint32_t character) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    case UTF8PROC_CATEGORY_ZS:
      return character == ' ';
    default:
      return true;
  }
}

std::string normalise_identifier(std::string_view name) {
  utf8proc_uint8_t* normal = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
      static_cast<utf8proc_ssize_t>(name.size()), &normal,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  if (size < 0) return std::string(name);  // out of memory, the text being valid
  std::string result(reinterpret_cast<const char*>(normal), static_cast<size_t>(size));
  std::free(normal);
  return result;
}

}  // namespace weft::syntax
