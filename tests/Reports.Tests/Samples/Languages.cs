using Publication.Tables;

namespace Reports.Tests.Samples;

/// <summary>Both languages as rows of a theory.</summary>
internal static class Languages
{
    public static TheoryData<Language> Both => [Language.Tr, Language.En];
}
