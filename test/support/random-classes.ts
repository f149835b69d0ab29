import type { RandomSource } from "./random-source.js";

/** Four classes of the program, K0 to K3, which inherit. */
export function randomClasses(random: RandomSource): string[] {
  const body = () =>
    random.pick(["self.v = v", "self.v = [v]", "self.v = v or 1", "self.v = v\n        self.w = [v]"]);
  return [
    `class K0:
    shared = ${random.pick(["[]", "1", '{"k": 1}'])}
    def __init__(self, v):
        ${body()}
    def get(self):
        return ${random.pick(["self.v", "[self.v]", "self.shared", "self.twice"])}
    def put(self, v):
        ${random.pick(["self.v = v", "self.shared = v", "K0.shared = v", "self.__class__.shared = v", "self.v = self.get()"])}
        ${random.pick(["return self", "pass"])}
    @property
    def twice(self):
        return [self.v, ${random.pick(["1", "self.v", "counter()"])}]
    @functools.cached_property
    def once(self):
        return [self.v, ${random.pick(["counter()", "self.twice", "self.v"])}]
    def __getitem__(self, k):
        if isinstance(k, int) and k > 2: raise IndexError
        ${random.pick(["self.v = [k]", "pass", "self.got = k"])}
        return ${random.pick(["[k, self.v]", "self.v", "self.once"])}
    @classmethod
    def make(cls, v):
        return cls(v)
    @staticmethod
    def fixed(v=1):
        return v
    def itself(self):
        return self
    def __enter__(self):
        self.v = "entered"
        return ${random.pick(["self", "self.v", "la"])}
    def __exit__(self, *_):
        ${random.pick(["return True", "self.v = 'left'", "pass", "la.append(0)"])}`,
    `class K1(K0):
    ${random.pick(["shared = [1]", "pass", "other = 2"])}
    def __init__(self, v):
        super().__init__(${random.pick(["v", "[v]", "1"])})
        ${random.pick(["self.x = v", "self.v = [self.v]", "pass"])}
    def get(self):
        return [super().get()${random.pick(["", ", getattr(self, 'x', None)"])}]`,
    `class K2(${random.pick(["K1", "K0", "K1"])}):
    def __init__(self, v, w=${random.pick(["None", "[]", "1"])}):
        super().__init__(${random.pick(["w", "v", "v=v"])})
        self.w = w
    ${random.pick(["def __call__(self, v):\n        self.v = v\n        return v", "def get(self):\n        return self.w"])}`,
    ...random.pick([
      ["class K3(K0): pass"],
      ["class L(K0):\n    def get(self): return 'L'", "class M(K0):\n    pass", "class K3(M, L): pass"],
      [
        "class L(K0):\n    def get(self): return ['L', super().get()]",
        "class M(K0):\n    def get(self): return ['M', super().get()]\n    shared = 'M'",
        "class K3(L, M): pass",
      ],
      ["class K3(K1):\n    def put(self, v):\n        super().put([v])\n        return K0.get(self)"],
    ]),
  ];
}
