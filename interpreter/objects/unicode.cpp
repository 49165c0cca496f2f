// Categories come from libutf8proc, whose tables may be newer than Unicode 14: what was assigned
// later counts as unassigned. The tables below hold only what differs from the general category;
// they were derived from the Unicode character database 14.0.
#include "interpreter/objects/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <span>

namespace weft::unicode {

namespace {

struct CodePointRange {
  uint32_t first;
  uint32_t last;
};

// Assigned after Unicode 14: unknown here.
constexpr CodePointRange assigned_after_14[] = {
    {0xcf3, 0xcf3},     {0xece, 0xece},     {0x10efd, 0x10eff}, {0x1123f, 0x11241},
    {0x11b00, 0x11b09}, {0x11f00, 0x11f10}, {0x11f12, 0x11f3a}, {0x11f3e, 0x11f59},
    {0x1342f, 0x1342f}, {0x13439, 0x13455}, {0x1b132, 0x1b132}, {0x1b155, 0x1b155},
    {0x1d2c0, 0x1d2d3}, {0x1df25, 0x1df2a}, {0x1e030, 0x1e06d}, {0x1e08f, 0x1e08f},
    {0x1e4d0, 0x1e4f9}, {0x1f6dc, 0x1f6dc}, {0x1f774, 0x1f776}, {0x1f77b, 0x1f77f},
    {0x1f7d9, 0x1f7d9}, {0x1fa75, 0x1fa77}, {0x1fa87, 0x1fa88}, {0x1faad, 0x1faaf},
    {0x1fabb, 0x1fabd}, {0x1fabf, 0x1fabf}, {0x1face, 0x1facf}, {0x1fada, 0x1fadb},
    {0x1fae8, 0x1fae8}, {0x1faf7, 0x1faf8}, {0x2b739, 0x2b739}, {0x31350, 0x323af},
};

// Digits that are no decimals: superscripts, circled digits …
constexpr CodePointRange extra_digits[] = {
    {0xb2, 0xb3},       {0xb9, 0xb9},       {0x1369, 0x1371},   {0x19da, 0x19da},
    {0x2070, 0x2070},   {0x2074, 0x2079},   {0x2080, 0x2089},   {0x2460, 0x2468},
    {0x2474, 0x247c},   {0x2488, 0x2490},   {0x24ea, 0x24ea},   {0x24f5, 0x24fd},
    {0x24ff, 0x24ff},   {0x2776, 0x277e},   {0x2780, 0x2788},   {0x278a, 0x2792},
    {0x10a40, 0x10a43}, {0x10e60, 0x10e68}, {0x11052, 0x1105a}, {0x1f100, 0x1f10a},
};

// Letters with a numeric value: Han numbers.
constexpr CodePointRange extra_numerics[] = {
    {0x3405, 0x3405},   {0x3483, 0x3483},   {0x382a, 0x382a},   {0x3b4d, 0x3b4d},
    {0x4e00, 0x4e00},   {0x4e03, 0x4e03},   {0x4e07, 0x4e07},   {0x4e09, 0x4e09},
    {0x4e5d, 0x4e5d},   {0x4e8c, 0x4e8c},   {0x4e94, 0x4e94},   {0x4e96, 0x4e96},
    {0x4ebf, 0x4ec0},   {0x4edf, 0x4edf},   {0x4ee8, 0x4ee8},   {0x4f0d, 0x4f0d},
    {0x4f70, 0x4f70},   {0x5104, 0x5104},   {0x5146, 0x5146},   {0x5169, 0x5169},
    {0x516b, 0x516b},   {0x516d, 0x516d},   {0x5341, 0x5341},   {0x5343, 0x5345},
    {0x534c, 0x534c},   {0x53c1, 0x53c4},   {0x56db, 0x56db},   {0x58f1, 0x58f1},
    {0x58f9, 0x58f9},   {0x5e7a, 0x5e7a},   {0x5efe, 0x5eff},   {0x5f0c, 0x5f0e},
    {0x5f10, 0x5f10},   {0x62fe, 0x62fe},   {0x634c, 0x634c},   {0x67d2, 0x67d2},
    {0x6f06, 0x6f06},   {0x7396, 0x7396},   {0x767e, 0x767e},   {0x8086, 0x8086},
    {0x842c, 0x842c},   {0x8cae, 0x8cae},   {0x8cb3, 0x8cb3},   {0x8d30, 0x8d30},
    {0x9621, 0x9621},   {0x9646, 0x9646},   {0x964c, 0x964c},   {0x9678, 0x9678},
    {0x96f6, 0x96f6},   {0xf96b, 0xf96b},   {0xf973, 0xf973},   {0xf978, 0xf978},
    {0xf9b2, 0xf9b2},   {0xf9d1, 0xf9d1},   {0xf9d3, 0xf9d3},   {0xf9fd, 0xf9fd},
    {0x20001, 0x20001}, {0x20064, 0x20064}, {0x200e2, 0x200e2}, {0x20121, 0x20121},
    {0x2092a, 0x2092a}, {0x20983, 0x20983}, {0x2098c, 0x2098c}, {0x2099c, 0x2099c},
    {0x20aea, 0x20aea}, {0x20afd, 0x20afd}, {0x20b19, 0x20b19}, {0x22390, 0x22390},
    {0x22998, 0x22998}, {0x23b1b, 0x23b1b}, {0x2626d, 0x2626d}, {0x2f890, 0x2f890},
};

// Against letters, letter numbers and the underscore as the first character of an identifier.
constexpr CodePointRange start_added[] = {
    {0x1885, 0x1886},
    {0x2118, 0x2118},
    {0x212e, 0x212e},
};

constexpr CodePointRange start_removed[] = {
    {0x37a, 0x37a},   {0xe33, 0xe33},   {0xeb3, 0xeb3},   {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63},
    {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70}, {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76},
    {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e}, {0xff9e, 0xff9f},
};

// Against those, marks, decimals and connectors as a later one.
constexpr CodePointRange continue_added[] = {
    {0xb7, 0xb7},     {0x387, 0x387},   {0x1369, 0x1371},
    {0x19da, 0x19da}, {0x2118, 0x2118}, {0x212e, 0x212e},
};

constexpr CodePointRange continue_removed[] = {
    {0x37a, 0x37a},   {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb},
    {0xfe70, 0xfe70}, {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76},
    {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e},
};

constexpr CodePointRange extra_case_ignorable[] = {
    {0x27, 0x27},     {0x2e, 0x2e},     {0x3a, 0x3a},     {0xb7, 0xb7},
    {0x387, 0x387},   {0x55f, 0x55f},   {0x5f4, 0x5f4},   {0x2018, 0x2019},
    {0x2024, 0x2024}, {0x2027, 0x2027}, {0xfe13, 0xfe13}, {0xfe52, 0xfe52},
    {0xfe55, 0xfe55}, {0xff07, 0xff07}, {0xff0e, 0xff0e}, {0xff1a, 0xff1a},
};

// Lower case to libutf8proc, but not in Unicode 14.
constexpr CodePointRange lower_after_14[] = {{0x10fc, 0x10fc}, {0xa7f2, 0xa7f4}, {0xab69, 0xab69}};

// The zero of every row of ten decimal digits.
constexpr uint32_t decimal_zeros[] = {
    0x30,    0x660,   0x6f0,   0x7c0,   0x966,   0x9e6,   0xa66,   0xae6,   0xb66,   0xbe6,
    0xc66,   0xce6,   0xd66,   0xde6,   0xe50,   0xed0,   0xf20,   0x1040,  0x1090,  0x17e0,
    0x1810,  0x1946,  0x19d0,  0x1a80,  0x1a90,  0x1b50,  0x1bb0,  0x1c40,  0x1c50,  0xa620,
    0xa8d0,  0xa900,  0xa9d0,  0xa9f0,  0xaa50,  0xabf0,  0xff10,  0x104a0, 0x10d30, 0x11066,
    0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0,
    0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2,
    0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
};

bool contains(std::span<const CodePointRange> ranges, uint32_t code_point) {
  const auto found =
      std::partition_point(ranges.begin(), ranges.end(),
                           [&](const CodePointRange& range) { return range.last < code_point; });
  return found != ranges.end() && found->first <= code_point;
}

utf8proc_category_t category_of(uint32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  if (category == UTF8PROC_CATEGORY_CN || contains(assigned_after_14, code_point))
    return UTF8PROC_CATEGORY_CN;
  return category;
}

bool in_categories(uint32_t code_point, std::initializer_list<utf8proc_category_t> categories) {
  const utf8proc_category_t category = category_of(code_point);
  return std::find(categories.begin(), categories.end(), category) != categories.end();
}

}  // namespace

bool is_alpha(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & AsciiAlpha;
  return in_categories(code_point,
                       {UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO,
                        UTF8PROC_CATEGORY_LM, UTF8PROC_CATEGORY_LT});
}

bool is_decimal(uint32_t code_point) { return decimal_value(code_point) >= 0; }

bool is_digit(uint32_t code_point) {
  return is_decimal(code_point) || contains(extra_digits, code_point);
}

bool is_numeric(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & AsciiDigit;
  return in_categories(code_point,
                       {UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO}) ||
         contains(extra_numerics, code_point);
}

bool is_alnum(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & AsciiAlnum;
  return is_alpha(code_point) || is_numeric(code_point);
}

bool is_lower(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & AsciiLower;
  if (utf8proc_islower(static_cast<utf8proc_int32_t>(code_point)) == 0) return false;
  // Called lower case since Unicode 15 or not in our edition at all.
  return !contains(lower_after_14, code_point) && category_of(code_point) != UTF8PROC_CATEGORY_CN;
}

bool is_upper(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & AsciiUpper;
  return utf8proc_isupper(static_cast<utf8proc_int32_t>(code_point)) != 0;
}

bool is_title(uint32_t code_point) {
  return code_point >= 0x80 && category_of(code_point) == UTF8PROC_CATEGORY_LT;
}

bool is_space(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & AsciiSpace;
  if (code_point < 0x2000) return code_point == 0x85 || code_point == 0xa0 || code_point == 0x1680;
  return code_point <= 0x200a || code_point == 0x2028 || code_point == 0x2029 ||
         code_point == 0x202f || code_point == 0x205f || code_point == 0x3000;
}

bool is_printable(uint32_t code_point) {
  if (code_point < 0x7f) return code_point >= 0x20;
  return !in_categories(
      code_point,
      {UTF8PROC_CATEGORY_CN, UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CF, UTF8PROC_CATEGORY_CS,
       UTF8PROC_CATEGORY_CO, UTF8PROC_CATEGORY_ZL, UTF8PROC_CATEGORY_ZP, UTF8PROC_CATEGORY_ZS});
}

bool is_line_break(uint32_t code_point) {
  return (code_point >= 0x0a && code_point <= 0x0d) || (code_point >= 0x1c && code_point <= 0x1e) ||
         code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029;
}

bool is_identifier_start(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & (AsciiAlpha | AsciiUnderscore);
  if (contains(start_removed, code_point)) return false;
  return is_alpha(code_point) || category_of(code_point) == UTF8PROC_CATEGORY_NL ||
         contains(start_added, code_point);
}

bool is_identifier_continue(uint32_t code_point) {
  if (code_point < 0x80) return ascii_flags[code_point] & (AsciiAlnum | AsciiUnderscore);
  if (contains(continue_removed, code_point)) return false;
  return is_alpha(code_point) ||
         in_categories(code_point,
                       {UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC,
                        UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_PC}) ||
         contains(continue_added, code_point);
}

int decimal_value(uint32_t code_point) {
  if (code_point < 0x80)
    return ascii_flags[code_point] & AsciiDigit ? static_cast<int>(code_point - '0') : -1;
  const auto* above =
      std::upper_bound(std::begin(decimal_zeros), std::end(decimal_zeros), code_point);
  const uint32_t digit = code_point - above[-1];
  return digit < 10 ? static_cast<int>(digit) : -1;
}

bool is_cased(uint32_t code_point) {
  return is_lower(code_point) || is_upper(code_point) || is_title(code_point);
}

bool is_case_ignorable(uint32_t code_point) {
  return in_categories(code_point,
                       {UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME, UTF8PROC_CATEGORY_CF,
                        UTF8PROC_CATEGORY_LM, UTF8PROC_CATEGORY_SK}) ||
         contains(extra_case_ignorable, code_point);
}

}  // namespace weft::unicode
