namespace Host.Outcomes;

/// <summary>Exit codes of the command line; a script can tell "your file" from "our fault" from "try later". Part of the contract: never renumber.</summary>
internal enum ExitCode
{
    Success = 0,
    OurFault = 1,
    WrongUsage = 2,
    InvalidInput = 3,
    DisclosureRule = 4,
    NotPermitted = 5,
    Conflict = 6,
    DependencyUnavailable = 7,
    Cancelled = 130,
}
