using System.Globalization;

namespace Host.Tests.Attacking.Corpus;

/// <summary>Numbers from a seed (Lehmer's sequence), the same on every machine.</summary>
internal sealed class Draw(int seed)
{
    private long _state = 1 + seed;

    public int Count(int low, int high)
    {
        for (var i = 0; i < 3; i++)
        {
            _state = _state * 16807 % 2147483647;
        }

        return low + (int)(_state % (high - low + 1));
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
