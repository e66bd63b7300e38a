// That a map in layers is what a plain one would be after the same changes, and that the one before stays what it was.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Layered } from '../../server/model/layered';

const key = fc.nat(30).map(String);
const changes = fc.dictionary(key, fc.option(fc.nat(), { nil: undefined })).map((d) => new Map(Object.entries(d)));

describe('a map in layers', () => {
  it('holds what a plain map would after any changes, and leaves the one before as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.nat()), fc.array(changes, { maxLength: 20 }), (start, all) => {
        const plain = new Map(Object.entries(start));
        let layered = Layered.of(new Map(plain));
        for (const some of all) {
          const [before, was] = [layered, new Map(plain)];
          layered = layered.with(some);
          for (const [k, v] of some) {
            if (v === undefined) plain.delete(k);
            else plain.set(k, v);
          }
          assert.deepEqual(new Map(before), was);
          assert.deepEqual(new Map(layered), plain);
          assert.equal(layered.size, plain.size);
          assert.deepEqual([...layered.keys()].sort(), [...plain.keys()].sort());
          assert.deepEqual([...layered.values()].sort(), [...plain.values()].sort());
          for (let k = 0; k <= 30; k++)
            assert.deepEqual([layered.get(`${k}`), layered.has(`${k}`)], [plain.get(`${k}`), plain.has(`${k}`)]);
        }
      }),
    );
  });

  it('takes its changes in, however many there are', () => {
    let layered = Layered.of(new Map<string, number>());
    for (let i = 0; i < 1000; i++) layered = layered.with(new Map([[`${i % 300}`, i]]));
    assert.equal(layered.size, 300);
    assert.ok(layered.over.size <= 64);
  });
});
