namespace Ingest.Profiles;

/// <summary>Sorts targets by kind and names the code list of each.</summary>
internal static class ColumnTargets
{
    /// <summary>The variables that targets have codes of.</summary>
    public static IReadOnlyList<string> Lists { get; } = [.. Enum.GetValues<ColumnTarget>().Where(target => IsCode(target) || IsSet(target)).Select(ListOf)];

    public static bool IsCode(ColumnTarget target) => target is >= ColumnTarget.Status and <= ColumnTarget.Outcome;

    public static bool IsSet(ColumnTarget target) => target is >= ColumnTarget.Sectors and <= ColumnTarget.Services;

    public static bool IsDate(ColumnTarget target) => target is >= ColumnTarget.Registered and <= ColumnTarget.Birth;

    /// <summary>The variable whose codes the target takes.</summary>
    public static string ListOf(ColumnTarget target) => target switch
    {
        ColumnTarget.Status => "status",
        ColumnTarget.Sex => "sex",
        ColumnTarget.AgeClass => "ageClass",
        ColumnTarget.Age => "age",
        ColumnTarget.Citizenship => "citizenship",
        ColumnTarget.Region => "region",
        ColumnTarget.Referral => "referral",
        ColumnTarget.DecidedBy => "decidedBy",
        ColumnTarget.Permit => "permit",
        ColumnTarget.Outcome => "outcome",
        ColumnTarget.Sectors => "sector",
        ColumnTarget.Forms => "form",
        ColumnTarget.Means => "means",
        ColumnTarget.Services => "services",
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };
}
