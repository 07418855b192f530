using Host.Samples.Partners;
using Host.Samples.Population;

namespace Host.Samples.Traps;

/// <summary>
/// Makes pairs of different people who look alike. Every 30th adult at a partner that keeps names becomes a model; the next fitting person
/// of the same quarter takes over all but one of the traits by which people are recognised.
/// </summary>
internal sealed class NearMisses
{
    private const int Every = 30;

    private static readonly NearMiss[] Kinds = Enum.GetValues<NearMiss>();

    private int _eligible;
    private int _models;
    private Person? _model;
    private Reported? _modelReport;

    private NearMiss Kind => Kinds[_models % Kinds.Length];

    /// <summary>The person as it must be written to be a model, or null.</summary>
    public Person? BecomeModel(Person person, SamplePartner partner)
    {
        if (!Fits(person, partner) || person.Citizenship == Countries.Turkiye || person.Age > 60)
            return null;
        if (++_eligible % Every != Every / 2)
            return null;
        _models++;
        _model = Kind == NearMiss.NoName ? person with { Surname = "" } : person;
        _modelReport = null;
        return _model;
    }

    /// <summary>Tells where the model was written.</summary>
    public void ModelWritten(Reported reported) => _modelReport = reported;

    /// <summary>The person turned into a look-alike of the waiting model, or null when none waits or this person does not fit.</summary>
    public (Person Person, Reported Model, NearMiss Kind)? Resemble(Person person, SamplePartner partner)
    {
        if (_model is null || _modelReport is null || !Fits(person, partner))
            return null;
        if (person.Group != _model.Group || person.Period != _model.Period || person.Ordinal == _model.Ordinal)
            return null;
        if (Kind == NearMiss.OtherCitizenship && person.Citizenship == _model.Citizenship)
            return null;
        Person alike = Alike(person, _model);
        Reported first = _modelReport;
        _model = null;
        return (alike, first, Kind);
    }

    private Person Alike(Person person, Person of)
    {
        DateOnly birth = Kind == NearMiss.OtherBirthYear ? of.Birth.AddYears(-1) : of.Birth;
        return person with
        {
            GivenName = of.GivenName,
            Surname = Kind == NearMiss.OtherLetter ? of.Surname[..^1] + (of.Surname[^1] == 'a' ? 'e' : 'a') : of.Surname,
            Birth = birth,
            Age = AgeAt(person.Registered, birth),
            Citizenship = Kind == NearMiss.OtherCitizenship ? person.Citizenship : of.Citizenship,
        };
    }

    private static int AgeAt(DateOnly day, DateOnly birth)
    {
        int years = day.Year - birth.Year;
        return birth.AddYears(years) > day ? years - 1 : years;
    }

    private static bool Fits(Person person, SamplePartner partner) =>
        person.Kind == CaseKind.Actual
        && partner.KeepsNames
        && person.Surname.Length > 0
        && person.Age >= 20
        && person.Group != "OTH"
        && person.Citizenship != Countries.Unknown;
}
