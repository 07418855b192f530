using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// Times several pieces of work in turns after one unmeasured turn, so that a slower minute of the machine is shared by all, and
/// prints medians and ratios to the first: by the clock, and in processor time over all threads, which other people's work on the
/// machine changes less.
/// </summary>
internal sealed class Timing(int repetitions)
{
    private double[][] milliseconds = [];
    private double[][] processor = [];

    public void InTurns(params Action[] works)
    {
        milliseconds = [.. works.Select(_ => new double[repetitions])];
        processor = [.. works.Select(_ => new double[repetitions])];
        using Process self = Process.GetCurrentProcess();
        for (int repetition = -1; repetition < repetitions; repetition++)
        {
            for (int work = 0; work < works.Length; work++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                self.Refresh();
                TimeSpan spent = self.TotalProcessorTime;
                long start = Stopwatch.GetTimestamp();
                works[work]();
                double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                self.Refresh();
                if (repetition >= 0)
                {
                    milliseconds[work][repetition] = elapsed;
                    processor[work][repetition] = (self.TotalProcessorTime - spent).TotalMilliseconds;
                }
            }
        }

        Array.ForEach(milliseconds, Array.Sort);
        Array.ForEach(processor, Array.Sort);
    }

    public void Print(int work, string what)
    {
        int middle = repetitions / 2;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-60} {milliseconds[work][middle],7:F0} ms {milliseconds[work][middle] / milliseconds[0][middle],6:F2} x   processor {processor[work][middle],7:F0} ms {processor[work][middle] / processor[0][middle],6:F2} x"));
    }
}
