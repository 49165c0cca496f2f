# Module json: reading, writing, all keywords, errors with their places
import json
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'pos',None))
for s in ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"', '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', '{a:1}', '{"a":1 "b":2}', '"abc', '"a\nb"', r'"\x"', r'"\u12"', r'"\ud83d\ude00"', r'"\ud83d"', r'"\u00e9\n\t\/\"\\\b\f\r"', '1 2', 'nul', 'null', 'true', 'false', '-', '-1', '01', '1.', '1.5', '1e5', '1E+2', '-0', '1.5e-3', 'NaN', 'Infinity', '-Infinity', '123456789012345678901234567890', '[1, 2.5, "x", null, true, {"a": [], "b": {}}]', ' {"é": "ü"} ', '"é\x7f"', '[[[[]]]]', '{"a":1,"a":2}', '\ufeff1', '"\t"', '[1,\n2,\n}', '"abc\\', '{"a": }', '{1:2}', '-Inf', '"\\u12g4"', '1e', '[,1]', '{,}']:
    print(repr(s), end=' '); t(json.loads, s)
t(json.loads, b'{"a":1}'); t(json.loads, bytearray(b'[1]')); t(json.loads, '[1]'.encode('utf-16')); t(json.loads, 3); t(json.loads,'"\t"',strict=False)
t(json.loads,'[1.5,1,NaN,{"a":{"b":2}}]',parse_float=str,parse_int=lambda s:s+'!',parse_constant=lambda s:'C'+s,object_hook=lambda d:list(d.items()))
t(json.loads,'{"a":1,"b":2,"a":3}',object_pairs_hook=lambda p:p)
class A: pass
for o in [None,True,False,1,-5,10**30,1.5,1e100,float('nan'),float('inf'),'a"\\\n\t\x00\x7fé\u2028😀\ud800','é',[],{},(1,2),[1,[2,{}],[]],{'a':1,'b':[1,2]},{1:2,2.5:3,None:4,True:5,False:6}]:
    t(json.dumps,o); t(json.dumps,o,ensure_ascii=False); t(json.dumps,o,indent=2); t(json.dumps,o,indent='\t',separators=(',',':')); 
t(json.dumps,{'b':1,'a':2},sort_keys=True); t(json.dumps,{'b':1,2:2},sort_keys=True); t(json.dumps,A()); t(json.dumps,{(1,):2}); t(json.dumps,{(1,):2,'x':1},skipkeys=True); t(json.dumps,{A:1,'a':2}, skipkeys=True, indent=1)
l=[]; l.append(l); t(json.dumps,l); d={}; d['a']=d; t(json.dumps,d); t(json.dumps,float('nan'),allow_nan=False); t(json.dumps,[float('inf')],allow_nan=False); t(json.dumps,{float('nan'):1},allow_nan=False)
t(json.dumps,{'x':A(),'y':{1,2}},default=lambda o:'D'); t(json.dumps,A(),default=lambda o:o); t(json.dumps,[1,2],indent=0); t(json.dumps,[1,{'a':2}],indent=None,separators=(';','='))
class E(json.JSONEncoder):
    def default(self,o):
        if isinstance(o,A): return {'A':1}
        return super().default(o)
t(json.dumps,[A()],cls=E); t(json.dumps,[{1}],cls=E); print(E().encode([A()]))
class I(int): 
    def __repr__(self): return 'I'
class F(float):
    def __repr__(self): return 'F'
class S(str): pass
t(json.dumps,[I(3),F(2.5),S('x'),{I(3):1,F(1.5):2,S('k'):3}])
print(json.JSONDecodeError('m','doc\nx',5), json.JSONDecoder().raw_decode('[1] x'), json.JSONDecoder().decode(' 1 '))
t(json.JSONDecoder().raw_decode,' [1]'); t(json.JSONDecoder().raw_decode,'[1]',5); t(json.JSONDecoder().raw_decode,'x[1]',1); t(json.JSONDecoder().raw_decode,'x[1]',-1)
e=None
try: json.loads('[1,\n2,\n}')
except json.JSONDecodeError as x: e=x
print(e.msg,e.doc,e.pos,e.lineno,e.colno,isinstance(e,ValueError),repr(e), e.args)
print(json.__all__, json.decoder.JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder, json.dumps('x', cls=json.JSONEncoder))
class W:
    def __init__(s): s.b=[]
    def write(s,x): s.b.append(x)
    def read(s): return ' [1,2]'
w=W(); json.dump({'a':[1,2,{'b':None}]},w,indent=1); print(''.join(w.b)); print(json.load(w))
t(json.dumps,1,foo=3); t(json.loads,'1',foo=3); t(json.loads,None); t(json.dumps, {'a':1}, cls=E, default=str)
