using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Local.Worker.Functions;

/// <summary>How one kind of trigger feeds the parameters of its functions and what it accepts from them.</summary>
internal abstract class TriggerKind
{
    /// <summary>As in a function's metadata, <c>httpTrigger</c>.</summary>
    public abstract string BindingType { get; }

    /// <summary>What the start-up list says of a function.</summary>
    public abstract string Describe(LoadedFunction function);

    public abstract bool Handles(TriggerBindingAttribute attribute);

    /// <summary>The source of the parameter that carries the trigger; null when its type is not supported.</summary>
    public abstract ParameterSource? TriggerParameter(ParameterInfo parameter);

    /// <summary>The source of any other parameter; null when the trigger has nothing for it.</summary>
    public virtual ParameterSource? OtherParameter(ParameterInfo parameter, TriggerBindingAttribute attribute) => null;

    /// <summary>Whether a function of this kind may ask for the input.</summary>
    public virtual bool Allows(InputKind input) => true;

    /// <summary>Looks at what is not in the parameters: the attribute's text and the type that the function returns, null for none.</summary>
    /// <exception cref="FormatException">The function cannot run.</exception>
    public virtual void Check(TriggerBindingAttribute attribute, Type? result)
    {
    }

    protected static void MustBeNothing(Type? result)
    {
        if (result is not null)
        {
            throw new FormatException($"it returns {result}, and nothing takes what a function of this trigger returns.");
        }
    }
}
