using System.Globalization;
using Anonymize.RecordFiles;
using Host.Outcomes;

namespace Host.RecordFiles;

/// <summary>What the record-file engine refuses, as a failure of the command line.</summary>
internal static class EngineFailures
{
    public static Failure Of(RecordFault fault) => new(
        fault.Code is RecordFaultCode.TooManyNodes or RecordFaultCode.ModelOfSingleValues ? ExitCode.WrongUsage : ExitCode.InvalidInput, "Records" + fault.Code, fault.Column, fault.Values.ToString(CultureInfo.InvariantCulture));
}
