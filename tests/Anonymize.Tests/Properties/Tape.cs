using CsCheck;

namespace Anonymize.Tests.Properties;

/// <summary>
/// A row of small numbers from which an instance is built, choice by choice; past its end every choice is the simplest one. So every
/// instance has a seed, and a failing one is shrunk by cutting and lowering numbers.
/// </summary>
internal sealed class Tape(IReadOnlyList<int> numbers)
{
    private const int Length = 160;
    private const int Below = 10_000;

    private static readonly Gen<int[]> Numbers = Gen.Int[0, Below - 1].Array[Length];

    private int _at;

    /// <summary>The numbers of the seed.</summary>
    public static int[] Draw(uint seed) => Numbers.Generate(new PCG(seed, 0x5D2C_1E0FUL + seed), null, out _);

    /// <summary>0 .. <paramref name="below"/> − 1; 0 is the simplest.</summary>
    public int Next(int below)
    {
        var number = _at < numbers.Count ? numbers[_at] : 0;
        _at++;
        return below < 2 ? 0 : number % below;
    }

    public bool Chance(int percent) => Next(100) >= 100 - percent;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];

    /// <summary>A smaller row that still fails.</summary>
    public static int[] Shrink(int[] numbers, Func<int[], bool> fails)
    {
        var smallest = numbers;
        for (var cut = numbers.Length / 2; cut >= 1; cut /= 2)
        {
            while (smallest.Length >= cut && fails(smallest[..^cut]))
            {
                smallest = smallest[..^cut];
            }
        }

        for (var i = 0; i < smallest.Length; i++)
        {
            foreach (var lower in new[] { 0, smallest[i] / 100, smallest[i] - 1 })
            {
                var tried = smallest.ToArray();
                tried[i] = Math.Max(lower, 0);
                if (tried[i] < smallest[i] && fails(tried))
                {
                    smallest = tried;
                    break;
                }
            }
        }

        return smallest;
    }
}
