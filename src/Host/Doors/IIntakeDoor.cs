using Host.Outcomes;

namespace Host.Doors;

/// <summary>The one intake behind every door (command line, watched folder): takes a partner's file, or says what is wrong with it.</summary>
internal interface IIntakeDoor
{
    /// <summary>Takes the bytes of one file. The same bytes twice give the first receipt.</summary>
    /// <returns>The answer to the partner, or our own failure; the file is then still the partner's and may be offered again.</returns>
    Task<Outcome<DoorAnswer>> TakeAsync(string partner, Stream source, CancellationToken cancellationToken);
}
