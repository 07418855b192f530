using System.Text;
using Host.Samples.Population;

namespace Host.Samples.Traps;

/// <summary>Writes a name anew in the ways in which partners write the same name differently.</summary>
internal static class Spelling
{
    public static Person Apply(SpellingVariant variant, Person person) => variant switch
    {
        SpellingVariant.WithoutMarks => Both(person, TurkishLetters.Plain),
        SpellingVariant.TurkishCapitals => Both(person, TurkishLetters.Upper),
        SpellingVariant.PlainCapitals => Both(person, TurkishLetters.UpperInvariant),
        SpellingVariant.SurnameFirst => person with { GivenName = person.Surname, Surname = person.GivenName },
        SpellingVariant.DotsMixed => Both(person, name => name.Replace('ı', 'i')),
        SpellingVariant.Honorific => person with { GivenName = "Sayın " + person.GivenName },
        SpellingVariant.Blanks => person with { GivenName = person.GivenName + " ", Surname = " " + person.Surname + " " },
        _ => Both(person, name => name.Normalize(NormalizationForm.FormD)),
    };

    private static Person Both(Person person, Func<string, string> rewrite) =>
        person with { GivenName = rewrite(person.GivenName), Surname = rewrite(person.Surname) };
}
