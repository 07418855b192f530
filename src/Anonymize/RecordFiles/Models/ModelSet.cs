namespace Anonymize.RecordFiles.Models;

/// <summary>The models asked for, made ready for one file.</summary>
/// <param name="Asked">As asked.</param>
/// <param name="Sensitive">By sensitive attribute.</param>
/// <param name="Values">Number of values by sensitive attribute.</param>
internal sealed record ModelSet(PrivacyModels Asked, SensitiveModel[][] Sensitive, int[] Values)
{
    private readonly int _population = Asked.KMap ?? 0;

    public bool AsksSensitive { get; } = Sensitive.Any(models => models.Length > 0);

    /// <summary>Too small; then so is every part of the class, which the other models do not say of theirs.</summary>
    public bool IsSmall(int size, int population) => size < Asked.K || population < _population;

    /// <summary>Share of the population in the file out of bounds. An absent class (size 0) cannot be suppressed.</summary>
    public bool BreaksPresence(int size, int population) =>
        Asked.Presence is { } p && (size < p.Least * population || size > p.Most * population);

    public bool Holds(int attribute, ReadOnlySpan<int> histogram, int size)
    {
        foreach (var model in Sensitive[attribute])
        {
            if (!model.Holds(histogram, size))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The least share of a class that is lost however it is divided, by the models of one sensitive attribute.</summary>
    public double LostWhenDivided(int attribute, ReadOnlySpan<int> histogram, int size)
    {
        double lost = 0;
        foreach (var model in Sensitive[attribute])
        {
            lost = Math.Max(lost, model.LostWhenDivided(histogram, size));
        }

        return lost;
    }
}
