using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace EndToEnd.Architecture;

/// <summary>
/// Which members the compiled methods of an assembly name. Read from the instructions, so that neither an alias nor a
/// <c>using static</c> hides a use; what reflection reaches at run time it cannot see.
/// </summary>
internal static class CompiledCode
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>The outermost type of the method that uses, and the member used (a type where a token names a type alone).</summary>
    public static IEnumerable<(Type User, MemberInfo Used)> Uses(Assembly assembly) =>
        from method in Methods(assembly)
        from used in MembersNamedBy(method)
        select (Outermost(method.DeclaringType!), used);

    /// <summary>Every method with a body, closures and state machines included, with the members it names.</summary>
    public static IEnumerable<(MethodBase Method, MemberInfo[] Used)> UsesByMethod(Assembly assembly) =>
        Methods(assembly).Select(method => (method, MembersNamedBy(method).ToArray()));

    private static IEnumerable<MethodBase> Methods(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MemberInfo> MembersNamedBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;

        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var at = 0;
        while (at < code.Length)
        {
            var instruction = code[at] == 0xFE ? Instructions[unchecked((short)(0xFE00 | code[at + 1]))] : Instructions[code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var token = BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
                if (method.Module.ResolveMember(token, typeArguments, methodArguments) is { } member)
                    yield return member;
            }

            at += OperandSize(instruction.OperandType, code.AsSpan(at));
        }
    }

    private static int OperandSize(OperandType type, ReadOnlySpan<byte> rest) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
        _ => 4,
    };
}
