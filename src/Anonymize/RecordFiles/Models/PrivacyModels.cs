namespace Anonymize.RecordFiles.Models;

/// <summary>What every class of records with equal key attributes must satisfy; a class that does not is suppressed. What is null is not asked for.</summary>
public sealed record PrivacyModels
{
    /// <summary>Least number of records in a class (Samarati and Sweeney 1998). Default 11, as in the open files of the field.</summary>
    public int K { get; init; } = 11;

    /// <summary>Least number of records of the population in the class (Sweeney 2001).</summary>
    public int? KMap { get; init; }

    /// <summary>Least and greatest share of the population's records of a class that are in the file (Nergiz, Atzori and Clifton 2007).</summary>
    public (double Least, double Most)? Presence { get; init; }

    /// <summary>Least number of distinct sensitive values (Machanavajjhala and others 2006).</summary>
    public int? DistinctL { get; init; }

    /// <summary>The entropy of sensitive values is at least ln of this (the same).</summary>
    public double? EntropyL { get; init; }

    /// <summary>The most frequent sensitive value is rarer than C times all from the L-th most frequent on together (the same).</summary>
    public (double C, int L)? Recursive { get; init; }

    /// <summary>Greatest distance of a class's distribution from that of all records.</summary>
    public double? T { get; init; }

    public Distance Distance { get; init; }

    /// <summary>Combinations of key attributes that may not be rare in the file.</summary>
    public IReadOnlyList<RareRule> Rare { get; init; } = [];

    /// <summary>Whether anything is asked of sensitive values.</summary>
    public bool AsksSensitive => DistinctL is not null || EntropyL is not null || Recursive is not null || T is not null;

    /// <summary>Whether anything is asked of a population.</summary>
    public bool AsksPopulation => KMap is not null || Presence is not null;
}
