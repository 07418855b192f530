using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>What came of a run over many worlds: what was met, and for each broken promise the smallest world found that breaks it.</summary>
internal sealed class Survey(Tally tally, IReadOnlyDictionary<string, string> faults)
{
    /// <summary>The promise of a world that is not even judged: the engine, or the test itself, threw.</summary>
    public const string Crash = "crash";

    public Tally Tally { get; } = tally;

    /// <summary>Passes where nothing crashed and the promise was always kept.</summary>
    public void AssertKept(string promise)
    {
        foreach (var name in new[] { Crash, promise })
        {
            if (faults.TryGetValue(name, out var fault))
            {
                Assert.Fail(fault);
            }
        }
    }
}
