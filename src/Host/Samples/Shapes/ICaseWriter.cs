using Host.Samples.Population;
using Host.Samples.Randomness;

namespace Host.Samples.Shapes;

/// <summary>One file of a partner under way. Disposing completes it.</summary>
internal interface ICaseWriter : IDisposable
{
    /// <summary>Appends a case.</summary>
    /// <param name="person">What to write.</param>
    /// <param name="caseNumber">The partner's number for it; shapes without such a column leave it out.</param>
    /// <param name="random">Decides between spellings.</param>
    /// <returns>The row as the partner's own program shows it, from 1.</returns>
    long Write(Person person, string caseNumber, Pcg32 random);
}
