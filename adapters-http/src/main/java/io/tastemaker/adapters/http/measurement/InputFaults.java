package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.application.measurement.InputFault;
import io.tastemaker.domain.campaigns.Campaign;
import java.util.List;
import java.util.function.Function;

/** Faults of things in a list, as places of the body. */
final class InputFaults {

    private InputFaults() {}

    static Problem in(String list, List<InputFault> faults, Function<String, String> place) {
        return Problem.of(faults.stream()
                .map(fault -> new Fault(ProblemCode.INVALID_FIELD, "#/" + list + "/" + fault.index() + "/" + place.apply(fault.field()), fault.detail()))
                .toList());
    }

    /** A campaign that takes nothing in any more. */
    static Problem closed(Campaign.Status status) {
        return Problem.conflict("The campaign is " + status.code() + " and takes nothing in any more.", status.code(), List.of());
    }

    /** A campaign that has as many things as it may have. */
    static Problem full(String things, int most) {
        return Problem.conflict("The campaign would have more than " + most + " " + things + ".", "full", List.of());
    }
}
