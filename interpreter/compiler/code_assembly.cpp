// The end of a FunctionBuilder: constants laid out, jumps shortened, caches numbered, the code
// object made.
#include "interpreter/compiler/function_builder.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"

namespace weft::compiler {

namespace {

// Constants from this index on are not reached by LoadConst's 16 bits together with what else must
// be. The constant tuple then goes on: a tuple of chunks holding them, the integers that index it,
// and the constants themselves, which extension words do reach.
constexpr uint32_t DirectConstants = 60'000;
constexpr uint32_t ChunkSize = 4096;
constexpr uint32_t ChunkTable = DirectConstants;
constexpr uint32_t ChunkIndices = ChunkTable + 1;
constexpr uint32_t DisplacedConstants = ChunkIndices + ChunkSize;
static_assert(DisplacedConstants <= UINT16_MAX);

}  // namespace

void FunctionBuilder::load_constant(Register destination, Value value) {
  if (!reachable_) return;
  const uint32_t index = constants_.add(value);
  if (index < DirectConstants) {
    emit_wide(Opcode::LoadConst, destination, index);
    return;
  }
  const uint32_t chunk = (index - DirectConstants) / ChunkSize;
  if (chunk >= ChunkSize) {
    fail_too_large();
    return;
  }
  const Register scratch = allocate(2);
  emit_wide(Opcode::LoadConst, scratch, ChunkTable);
  emit_wide(Opcode::LoadConst, scratch + 1, ChunkIndices + chunk);
  emit(Opcode::GetItem, scratch, scratch, scratch + 1);
  emit_wide(Opcode::LoadConst, scratch + 1, ChunkIndices + (index - DirectConstants) % ChunkSize);
  emit(Opcode::GetItem, destination, scratch, scratch + 1);
  release_to(scratch);
}

void FunctionBuilder::return_constant(Value value) {
  if (!reachable_) return;
  const uint32_t index = constants_.add(value);
  if (index < DirectConstants) {
    emit_wide(Opcode::ReturnConst, 0, index);
    reachable_ = false;
    return;
  }
  const Register result = allocate();
  load_constant(result, value);
  emit_last(Opcode::Return, result);
  release_to(result);
}

uint32_t FunctionBuilder::short_constant(Value value) {
  if (!reachable_) return 0;
  // Once there are many constants only those there already can have a low index.
  if (constants_.count() > 256) return NoIndex;
  const uint32_t index = constants_.add(value);
  return index < 256 ? index : NoIndex;
}

uint32_t FunctionBuilder::extension_constant(Value value) {
  if (!reachable_) return 0;
  const uint32_t index = constants_.add(value);
  return index < DirectConstants ? index : index - DirectConstants + DisplacedConstants;
}

uint32_t FunctionBuilder::name_constant(const Identifier* name) {
  if (!reachable_) return 0;
  Str* str = compilation_.identifiers.str(name);
  if (str == nullptr) {
    compilation_.fail_with_pending();
    return 0;
  }
  const uint32_t index = constants_.add(Value::cell(str));
  if (index >= DirectConstants) fail_too_large();
  return index;
}

Tuple* FunctionBuilder::constant_tuple() {
  Thread& thread = compilation_.thread;
  if (constants_.count() <= DirectConstants) return make_tuple(thread, constants_.values());
  const std::span<const Value> displaced = constants_.values().subspan(DirectConstants);
  const uint64_t chunk_count = (displaced.size() + ChunkSize - 1) / ChunkSize;
  Tuple* chunks = make_tuple(thread, chunk_count);
  if (chunks == nullptr) return nullptr;
  for (uint64_t i = 0; i < chunk_count; ++i) {
    const uint64_t begin = i * ChunkSize;
    Tuple* chunk = make_tuple(
        thread, displaced.subspan(begin, std::min<uint64_t>(ChunkSize, displaced.size() - begin)));
    if (chunk == nullptr) return nullptr;
    store(chunks, chunks->values[i], Value::cell(chunk));
  }
  Tuple* all = make_tuple(thread, DisplacedConstants + displaced.size());
  if (all == nullptr) return nullptr;
  for (uint32_t i = 0; i < DirectConstants; ++i) store(all, all->values[i], constants_[i]);
  store(all, all->values[ChunkTable], Value::cell(chunks));
  for (uint32_t i = 0; i < ChunkSize; ++i) {
    store(all, all->values[ChunkIndices + i], Value::small_int(i));
  }
  for (uint64_t i = 0; i < displaced.size(); ++i) {
    store(all, all->values[DisplacedConstants + i], displaced[i]);
  }
  return all;
}

// A jump to a jump goes where that one goes; a jump to a return is a return. The words behind
// tests, until now jumps too, get their final form.
void FunctionBuilder::thread_jumps() {
  constexpr int MaximumHops = 16;
  for (uint32_t offset = 0; offset < code_.size();) {
    const Opcode opcode = opcode_of(code_[offset]);
    const Extension extension = info_of(opcode).extension;
    const bool is_branch = extension == Extension::Branch;
    const uint32_t site = is_branch ? offset + 1 : offset;
    offset += extension == Extension::None ? 1 : 2;
    if (!is_branch && opcode != Opcode::Jump) continue;
    uint32_t target = site + 1 + static_cast<uint32_t>(operand_sax(code_[site]));
    for (int hops = 0; hops < MaximumHops && target < code_.size(); ++hops) {
      const uint32_t word = code_[target];
      if (opcode_of(word) == Opcode::Jump) {
        target += 1 + static_cast<uint32_t>(operand_sax(word));
        continue;
      }
      if (is_branch) break;
      if (opcode_of(word) == Opcode::Return || opcode_of(word) == Opcode::ReturnConst) {
        code_[site] = word;
      }
      if (opcode_of(word) == Opcode::JumpBack) {
        const auto head = static_cast<int32_t>(target) + 1 + operand_sax(word);
        if (head <= static_cast<int32_t>(site)) {
          code_[site] = encode_jump(Opcode::JumpBack, head - static_cast<int32_t>(site + 1));
        }
      }
      break;
    }
    if (is_branch) {
      code_[site] = encode_branch(static_cast<int32_t>(target - site));
    } else if (opcode_of(code_[site]) == Opcode::Jump) {
      code_[site] = encode_jump(Opcode::Jump, static_cast<int32_t>(target - (site + 1)));
    }
  }
}

void FunctionBuilder::number_caches() {
  for (size_t i = 0; i < attribute_caches_.size(); ++i) {
    code_[attribute_cache_sites_[i]] = static_cast<uint32_t>(name_caches_.size() + i);
  }
}

CodeCaches* FunctionBuilder::make_caches() {
  // The names first: making them may collect, and the caches must be whole by then.
  const auto make_names = [this](const std::vector<const Identifier*>& names) {
    for (const Identifier* name : names) {
      if (compilation_.identifiers.str(name) == nullptr) return false;
    }
    return true;
  };
  if (!make_names(name_caches_) || !make_names(attribute_caches_)) return nullptr;
  const size_t count = name_caches_.size() + attribute_caches_.size();
  const size_t bytes = CodeCaches::extra_bytes(count, call_count_);
  auto* caches =
      make_cell<CodeCaches>(compilation_.thread, bytes, internal_header(Kind::CodeCaches));
  if (caches == nullptr) return nullptr;
  caches->count = count;
  caches->call_count = call_count_;
  std::fill_n(caches->calls(), call_count_, CallCache{});
  InlineCache* next = caches->entries();
  for (const auto* names : {&name_caches_, &attribute_caches_}) {
    for (const Identifier* name : *names) {
      *next = InlineCache{};
      (next++)->name = compilation_.identifiers.str(name);
    }
  }
  return caches;
}

template <class Entry>
ByteBuffer* FunctionBuilder::make_table(const std::vector<Entry>& entries) {
  const size_t bytes = entries.size() * sizeof(Entry);
  auto* buffer =
      make_cell<ByteBuffer>(compilation_.thread, bytes, internal_header(Kind::ByteBuffer), bytes);
  if (buffer != nullptr && bytes != 0) std::memcpy(buffer->bytes, entries.data(), bytes);
  return buffer;
}

Tuple* FunctionBuilder::name_tuple(const std::vector<Symbol*>& symbols) {
  for (const Symbol* symbol : symbols) {
    if (compilation_.identifiers.str(symbol->name) == nullptr) return nullptr;
  }
  Tuple* tuple = make_tuple(compilation_.thread, symbols.size());
  if (tuple == nullptr) return nullptr;
  for (size_t i = 0; i < symbols.size(); ++i) {
    store(tuple, tuple->values[i], Value::cell(compilation_.identifiers.str(symbols[i]->name)));
  }
  return tuple;
}

Code* FunctionBuilder::finish(const Description& description) {
  if (compilation_.failed()) return nullptr;
  thread_jumps();
  number_caches();
  Thread& thread = compilation_.thread;
  // All parts first; they are alive on the native stack.
  ByteBuffer* instructions = make_table(code_);
  ByteBuffer* positions = instructions == nullptr ? nullptr : make_table(positions_);
  ByteBuffer* exceptions = positions == nullptr ? nullptr : make_table(exceptions_);
  Tuple* constants = exceptions == nullptr ? nullptr : constant_tuple();
  Tuple* local_names = constants == nullptr ? nullptr : name_tuple(locals_);
  Tuple* cell_names = local_names == nullptr ? nullptr : name_tuple(cells_);
  Tuple* free_names = cell_names == nullptr ? nullptr : name_tuple(free_);
  Tuple* local_registers = free_names == nullptr ? nullptr : make_tuple(thread, locals_.size());
  CodeCaches* caches = nullptr;
  if (local_registers != nullptr) {
    for (size_t i = 0; i < locals_.size(); ++i) {
      store(local_registers, local_registers->values[i],
            Value::small_int(locals_[i]->register_index));
    }
    caches = make_caches();
  }
  Code* code = caches == nullptr ? nullptr : make_object<Code>(thread, thread.isolate.types.code);
  if (code == nullptr) {
    compilation_.fail_with_pending();
    return nullptr;
  }
  uint32_t flags = description.flags | compilation_.future_flags;
  if (scope_->is_nested) flags |= IsNested;
  for (const Symbol* symbol : cells_) {
    if (symbol->is(IsParameter)) flags |= HasBoxedParameters;
  }
  if (scope_->is_function()) {
    if (scope_->is_generator) {
      flags |= scope_->is_coroutine ? IsAsyncGenerator : IsGenerator;
    } else if (scope_->is_coroutine) {
      flags |= IsCoroutine;
    }
    constexpr uint32_t Complications =
        HasVarArguments | HasVarKeywords | IsGenerator | IsCoroutine | IsAsyncGenerator;
    if ((flags & Complications) == 0 && description.keyword_only_count == 0 &&
        !scope_->parameters_are_far) {
      flags |= IsSimpleCall;
    }
  }
  code->name = description.name;
  code->qualified_name = description.qualified_name;
  code->filename = compilation_.filename;
  code->first_line = description.first_line;
  code->flags = flags;
  code->positional_count = description.positional_count;
  code->simple_count = (flags & IsSimpleCall) != 0 ? description.positional_count : NoSimpleCall;
  code->positional_only_count = description.positional_only_count;
  code->keyword_only_count = description.keyword_only_count;
  code->parameter_base = scope_->parameters_are_far ? FirstFarRegister : 0;
  code->local_count = static_cast<uint32_t>(locals_.size());
  code->register_count = far_highest_ == 0 ? highest_ : FirstFarRegister + far_highest_;
  code->instruction_count = static_cast<uint32_t>(code_.size());
  code->exception_count = static_cast<uint32_t>(exceptions_.size());
  code->position_count = static_cast<uint32_t>(positions_.size());
  code->cache_count = static_cast<uint32_t>(caches->count);
  code->instructions = reinterpret_cast<uint32_t*>(instructions->bytes);
  code->constants = constants->values;
  code->instruction_storage = instructions;
  code->constant_tuple = constants;
  code->caches = caches;
  code->inline_caches = caches->entries();
  code->exception_table = exceptions_.empty() ? nullptr : exceptions;
  code->position_table = positions;
  code->local_names = local_names;
  code->local_registers = local_registers;
  code->cell_names = cell_names;
  code->free_names = free_names;
  return code;
}

}  // namespace weft::compiler
