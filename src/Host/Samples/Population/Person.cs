namespace Host.Samples.Population;

/// <summary>One invented case. Codes are those of the code lists; nobody described here exists.</summary>
internal sealed record Person
{
    public required int Ordinal { get; init; }
    public required CaseKind Kind { get; init; }
    public required SamplePeriod Period { get; init; }
    public required string Sector { get; init; }
    public required string Form { get; init; }

    /// <summary>A second form beside the first one, or null.</summary>
    public string? SecondForm { get; init; }

    /// <summary>A second sector beside the first one, or null.</summary>
    public string? SecondSector { get; init; }

    /// <summary>WOM, MAN, GIR, BOY, or OTH for a sex that is other or unknown.</summary>
    public required string Group { get; init; }

    public required string GivenName { get; init; }

    /// <summary>Empty when the partner does not know the name.</summary>
    public required string Surname { get; init; }

    public required DateOnly Birth { get; init; }

    /// <summary>Completed years at registration.</summary>
    public required int Age { get; init; }

    public required Country Citizenship { get; init; }
    public required Province Province { get; init; }
    public required string Referral { get; init; }
    public required DateOnly Registered { get; init; }
    public DateOnly? Identified { get; init; }
    public required IReadOnlyList<string> Means { get; init; }
    public required IReadOnlyList<string> Services { get; init; }
    public DateOnly? Served { get; init; }
    public required string Permit { get; init; }
    public DateOnly? Permitted { get; init; }
    public required string Outcome { get; init; }
    public DateOnly? Returned { get; init; }

    public bool IsChild => Age < 18;

    /// <summary>Prints no field: the habit that protects real cases is kept for invented ones.</summary>
    public override string ToString() => nameof(Person);
}
