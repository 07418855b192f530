using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// Times several pieces of work in turns after one unmeasured turn, so that a slower minute of the machine is shared by all, and
/// prints medians and ratios to the first.
/// </summary>
internal sealed class Timing(int repetitions)
{
    private double[][] milliseconds = [];

    public void InTurns(params Action[] works)
    {
        milliseconds = [.. works.Select(_ => new double[repetitions])];
        for (int repetition = -1; repetition < repetitions; repetition++)
        {
            for (int work = 0; work < works.Length; work++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                long start = Stopwatch.GetTimestamp();
                works[work]();
                if (repetition >= 0)
                {
                    milliseconds[work][repetition] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
        }

        Array.ForEach(milliseconds, Array.Sort);
    }

    public void Print(int work, string what)
    {
        double yardstick = milliseconds[0][repetitions / 2];
        double own = milliseconds[work][repetitions / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {own,8:F0} ms   {own / yardstick,5:F2} x its time"));
    }
}
