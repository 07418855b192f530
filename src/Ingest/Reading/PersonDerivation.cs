using Ingest.Cases;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>
/// Derives age at registration and person group from everything a shape may say about them: birth date or year, years, band,
/// child or adult, and words for sex that imply an age ("kız çocuk").
/// </summary>
/// <remarks>
/// A word for a child is a statement about age and must agree with the age given. A word for a woman or a man is not: many forms offer
/// only those two, so it decides only where no age is known.
/// </remarks>
internal sealed class PersonDerivation
{
    private readonly AgeBands bands;
    private readonly byte child;
    private readonly byte adult;
    private readonly byte[] female;
    private readonly byte[] male;
    private readonly byte[] childWords;
    private readonly byte[] adultWords;
    private readonly (byte Woman, byte Man, byte Girl, byte Boy, byte Other) groups;

    private readonly byte ageNotGiven;

    /// <param name="lists">The code lists.</param>
    /// <param name="ageIsAsked">Whether the shape has a column that may tell the age; where not, age is not collected.</param>
    public PersonDerivation(CodeLists lists, bool ageIsAsked)
    {
        bands = new AgeBands(lists);
        ageNotGiven = ageIsAsked ? bands.Unknown : MissingCode.NotCollected;
        CodeList classes = lists["ageClass"];
        CodeList sexes = lists["sex"];
        CodeList group = lists["group"];
        child = (byte)classes.IndexOf("CHD");
        adult = (byte)classes.IndexOf("ADU");
        female = Codes(sexes, "F", "FA", "FC");
        male = Codes(sexes, "M", "MA", "MC");
        childWords = Codes(sexes, "FC", "MC");
        adultWords = Codes(sexes, "FA", "MA");
        groups = (Code(group, "WOM"), Code(group, "MAN"), Code(group, "GIR"), Code(group, "BOY"), Code(group, "OTH"));
    }

    public PersonFacts Derive(RowDraft draft, DateCell registered)
    {
        byte sex = draft.Code(ColumnTarget.Sex);
        bool statedChild = draft.Code(ColumnTarget.AgeClass) == child || childWords.Contains(sex);
        bool statedAdult = draft.Code(ColumnTarget.AgeClass) == adult;
        if (!TryAge(draft, registered, statedChild, out byte age, out RuleCode problem))
        {
            return new PersonFacts(bands.Unknown, groups.Other, problem);
        }

        if ((statedChild && (statedAdult || bands.IsAdult(age))) || (statedAdult && bands.IsChild(age)))
        {
            return new PersonFacts(age, groups.Other, RuleCode.AgeContradictsChild);
        }

        if (statedChild && !bands.IsChild(age))
        {
            age = bands.ChildOfUnknownBand;
        }

        bool isChild = bands.IsChild(age);
        bool isAdult = bands.IsAdult(age) || statedAdult || (!isChild && adultWords.Contains(sex));
        return new PersonFacts(age, Group(sex, isChild, isAdult), RuleCode.None);
    }

    private bool TryAge(RowDraft draft, DateCell registered, bool statedChild, out byte age, out RuleCode problem)
    {
        problem = RuleCode.None;
        age = draft.Code(ColumnTarget.Age);
        int years = draft.AgeYears;
        DateCell birth = draft.Date(ColumnTarget.Birth);
        bool exact = birth.Precision == DatePrecision.Day && registered.Precision == DatePrecision.Day;
        if (birth.IsKnown && registered.IsKnown && (exact || years < 0))
        {
            years = YearsBetween(birth, registered);

            // Of a year of birth alone the age may be one less; what is said of the person decides.
            years -= years == AgeBands.FirstAdultYear && statedChild && !exact ? 1 : 0;
            if (years is < 0 or > AgeColumn.Oldest)
            {
                problem = years < 0 ? RuleCode.BirthAfterRegistration : RuleCode.AgeInvalid;
                return false;
            }
        }

        age = years >= 0 ? bands.BandOf(years) : age == MissingCode.NotCollected ? ageNotGiven : age;
        return true;
    }

    internal static int YearsBetween(DateCell birth, DateCell registered)
    {
        int years = registered.Year - birth.Year;
        if (birth.Precision != DatePrecision.Day || registered.Precision != DatePrecision.Day)
        {
            return years;
        }

        if (birth.Day > registered.Day)
        {
            return -1;
        }

        // Someone born on 29 February comes of age on 1 March of a common year.
        return registered.DayOfYear >= birth.DayOfYear ? years : years - 1;
    }

    private byte Group(byte sex, bool isChild, bool isAdult) =>
        female.Contains(sex) && isChild ? groups.Girl
        : male.Contains(sex) && isChild ? groups.Boy
        : female.Contains(sex) && isAdult ? groups.Woman
        : male.Contains(sex) && isAdult ? groups.Man
        : groups.Other;

    private static byte[] Codes(CodeList list, params string[] codes) => [.. codes.Select(code => Code(list, code))];

    private static byte Code(CodeList list, string code) => checked((byte)list.IndexOf(code));
}
