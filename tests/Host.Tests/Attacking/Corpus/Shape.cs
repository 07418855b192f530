namespace Host.Tests.Attacking.Corpus;

/// <summary>A kind of publication that can be made so that it leaks, and so that it does not.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Make">From numbers, and whether it should leak.</param>
internal sealed record Shape(string Name, Func<Draw, bool, MadeUpPublication> Make)
{
    private const int Attempts = 500;

    /// <summary>The first seed whose publication leaks, or does not, in the eyes of the oracle.</summary>
    public MadeUpPublication Build(bool leaks)
    {
        for (var seed = 1; seed <= Attempts; seed++)
        {
            if (Make(new Draw(seed), leaks) is var made && made.Leaks == leaks)
            {
                return made;
            }
        }

        throw new InvalidOperationException($"No seed makes '{Name}' {(leaks ? "leak" : "safe")}.");
    }
}
