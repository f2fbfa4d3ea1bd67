using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using VideoGate.Local.Host.Worker;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>
/// Emits one static method for each function of the worker with a trigger of the WebJobs SDK, which finds functions by reflection. The type
/// is named <c>Host.Functions</c>, as in the Functions host: Event Grid subscriptions name <c>Host.Functions.{function}</c>.
/// </summary>
internal sealed class EmittedFunctions(IReadOnlyList<FunctionMetadata> functions, Invoker invoker) : ITypeLocator
{
    public const string TypeName = "Host.Functions";

    private static readonly MethodInfo Invoke = typeof(EmittedCalls).GetMethod(nameof(EmittedCalls.InvokeAsync))!;

    public IReadOnlyList<Type> GetTypes() => [Emit(), typeof(DurableClientProbe)];

    private Type Emit()
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new(TypeName), AssemblyBuilderAccess.Run).DefineDynamicModule(TypeName);
        var type = module.DefineType(
            TypeName, TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed | TypeAttributes.Abstract);
        var names = new Dictionary<string, string[]>();
        foreach (var function in functions)
        {
            EmittedParameter[] parameters = [.. function.Bindings.Select(EmittedParameter.Of).OfType<EmittedParameter>()];
            if (Array.Exists(parameters, parameter => parameter.IsTrigger))
            {
                Emit(type, function.Name, parameters);
                names.Add(function.Name, [.. parameters.Select(parameter => parameter.Name)]);
            }
        }

        EmittedCalls.Use(invoker, names);
        return type.CreateType();
    }

    private static void Emit(TypeBuilder type, string name, EmittedParameter[] bound)
    {
        // Only durable triggers accept a return value; the others reject a method that has one.
        var returns =
            Array.Exists(bound, parameter => parameter.Type == typeof(string) && parameter.IsTrigger) ? typeof(Task<object>) : typeof(Task);
        Type[] types = [.. bound.Select(parameter => parameter.Type), typeof(Binder), typeof(CancellationToken)];
        var method = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, returns, types);
        method.SetCustomAttribute(new(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [name]));
        for (var index = 0; index < types.Length; index++)
        {
            var parameter =
                method.DefineParameter(index + 1, ParameterAttributes.None, index < bound.Length ? bound[index].Name : $"host{index}");
            if (index < bound.Length)
            {
                parameter.SetCustomAttribute(bound[index].Attribute);
            }
        }

        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldstr, name);
        code.Emit(OpCodes.Ldc_I4, types.Length);
        code.Emit(OpCodes.Newarr, typeof(object));
        for (var index = 0; index < types.Length; index++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldc_I4, index);
            code.Emit(OpCodes.Ldarg, index);
            if (types[index].IsValueType)
            {
                code.Emit(OpCodes.Box, types[index]);
            }

            code.Emit(OpCodes.Stelem_Ref);
        }

        code.Emit(OpCodes.Call, Invoke);
        code.Emit(OpCodes.Ret);
    }
}
