# unittest: assert methods and their messages
import unittest, warnings, logging
t = unittest.TestCase()
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except AssertionError as e:
        print(e)
    except Exception as e:
        print(type(e).__name__, e)
attempt(t.assertEqual, 1, 2); attempt(t.assertEqual, 1, 2, 'note'); attempt(t.assertEqual, 1, 1)
attempt(t.assertEqual, 'abc', 'abd'); attempt(t.assertEqual, 'a\nb\nc\n', 'a\nx\nc\n')
attempt(t.assertEqual, [1, 2], [1, 2, 3]); attempt(t.assertEqual, [1, [2]], [1, [3]]); attempt(t.assertEqual, (1,), (2,))
attempt(t.assertEqual, {'a': 1, 'b': 2}, {'a': 1, 'b': 3}); attempt(t.assertEqual, {1, 2}, {2, 3}); attempt(t.assertEqual, 'x' * 100 + 'a', 'x' * 100 + 'b')
attempt(t.assertEqual, [1], (1,)); attempt(t.assertEqual, list(range(200)), list(range(199)))
attempt(t.assertSequenceEqual, [1], (1,)); attempt(t.assertSequenceEqual, [1, 2], (1,)); attempt(t.assertSequenceEqual, 1, [])
attempt(t.assertListEqual, [1], (1,))
attempt(t.assertNotEqual, 1, 1); attempt(t.assertTrue, 0); attempt(t.assertFalse, [1], 'm'); attempt(t.assertIs, 1, 2); attempt(t.assertIsNot, t.x if hasattr(t, 'x') else 5, 5)
attempt(t.assertIsNone, 1); attempt(t.assertIsNotNone, None); attempt(t.assertIn, 1, [2]); attempt(t.assertNotIn, 1, [1]); attempt(t.assertIsInstance, 1, str); attempt(t.assertNotIsInstance, 1, int)
attempt(t.assertAlmostEqual, 1, 1.1); attempt(t.assertAlmostEqual, 1, 1.00000001); attempt(t.assertAlmostEqual, 1, 1.5, delta=0.2); attempt(t.assertAlmostEqual, 1, 2, places=1, delta=1); attempt(t.assertNotAlmostEqual, 1, 1.000000001); attempt(t.assertNotAlmostEqual, 1, 1.1, delta=0.5)
attempt(t.assertLess, 2, 1); attempt(t.assertLessEqual, 2, 1); attempt(t.assertGreater, 1, 2); attempt(t.assertGreaterEqual, 1, 2)
attempt(t.assertRegex, 'abc', 'x+'); attempt(t.assertNotRegex, 'abc', 'b'); attempt(t.assertCountEqual, [1, 2, 2], [2, 1, 1]); attempt(t.assertCountEqual, [[1]], [[2]]); attempt(t.assertCountEqual, 'ab', 'ba')
attempt(t.assertRaises, ValueError, int, 'x'); attempt(t.assertRaises, ValueError, int, '1'); attempt(t.assertRaises, KeyError, int, 'x'); attempt(t.assertRaises, 5, int)
attempt(t.assertRaisesRegex, ValueError, 'base', int, 'x'); attempt(t.assertRaisesRegex, ValueError, 'nothing', int, 'x')
with t.assertRaises(ZeroDivisionError) as c:
    1 / 0
print(c.exception, type(c.exception))
def block():
    with t.assertRaises(ValueError, msg='mine'):
        pass
attempt(block)
def warning():
    with t.assertWarns(DeprecationWarning) as w:
        warnings.warn('old', DeprecationWarning)
    return w.warning
attempt(warning)
attempt(t.assertWarns, UserWarning, lambda: None)
attempt(t.assertWarnsRegex, UserWarning, 'b', lambda: warnings.warn('a'))
def logs():
    with t.assertLogs('x', level='INFO') as cm:
        logging.getLogger('x').info('hello %d', 3)
    return cm.output
attempt(logs)
def no_logs():
    with t.assertLogs('x'):
        pass
attempt(no_logs)
def unexpected_logs():
    with t.assertNoLogs('x'):
        logging.getLogger('x').error('oh')
attempt(unexpected_logs)
attempt(t.fail); attempt(t.fail, 'why')
t.longMessage = False
attempt(t.assertEqual, 1, 2, 'only this')
t.maxDiff = None
attempt(t.assertMultiLineEqual, 'a\n' * 3, 'a\nb\na\n')
