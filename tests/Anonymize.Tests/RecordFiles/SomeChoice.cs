using CsCheck;

namespace Anonymize.Tests.RecordFiles;

internal static class SomeChoice
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
