using Host.Outcomes;
using Ingest.Intake;

namespace Host.Doors;

/// <summary>The one intake behind every door (command line, watched folder, network, browser): takes a partner's file, or says what is wrong with it.</summary>
internal interface IIntakeDoor
{
    /// <summary>Takes the bytes of one file. The same bytes twice give the first receipt.</summary>
    /// <param name="partner">Whose file it is.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="options">What to do with faulty records; what it replaces.</param>
    /// <param name="cancellationToken">Nothing is kept of a file whose intake is cancelled.</param>
    /// <returns>The answer to the partner, or our own failure; the file is then still the partner's and may be offered again.</returns>
    Task<Outcome<DoorAnswer>> TakeAsync(string partner, Stream source, IntakeOptions options, CancellationToken cancellationToken);

    /// <summary>Takes a file that replaces nothing and has no fault.</summary>
    Task<Outcome<DoorAnswer>> TakeAsync(string partner, Stream source, CancellationToken cancellationToken) =>
        TakeAsync(partner, source, new IntakeOptions(), cancellationToken);
}
