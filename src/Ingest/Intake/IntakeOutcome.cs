using Ingest.Catalogue;
using Ingest.Storage;

namespace Ingest.Intake;

/// <summary>What became of a file that was handed in: one of the nested types.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>The file is in the store.</summary>
    /// <param name="Receipt">What the partner keeps.</param>
    /// <param name="Report">What was found, warnings included; none where the same bytes had been accepted before.</param>
    public sealed record Accepted(Receipt Receipt, ValidationReport? Report) : IntakeOutcome
    {
        /// <summary>The same bytes were accepted before and this is their first receipt.</summary>
        public bool WasKnown => Report is null;
    }

    /// <summary>The file is not fit to be taken in; nothing of it was kept.</summary>
    public sealed record Rejected(ValidationReport Report) : IntakeOutcome;

    /// <summary>The store could not take it: our trouble or a conflict, not a fault of the file. Nothing of it was kept.</summary>
    public sealed record Failed(StoreFailureCode Code) : IntakeOutcome;
}
