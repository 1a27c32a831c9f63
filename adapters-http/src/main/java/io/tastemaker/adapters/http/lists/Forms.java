package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import java.util.List;
import java.util.stream.IntStream;

/** Reads what the items of a list carry. */
final class Forms {

    private Forms() {}

    /** The columns' names without spaces around them; that two are the same is a fault of the second. */
    static List<String> stripped(List<String> columns) {
        List<String> names = columns.stream().map(String::strip).toList();
        List<Fault> faults = IntStream.range(0, names.size())
                .filter(i -> names.subList(0, i).stream().anyMatch(names.get(i)::equalsIgnoreCase))
                .mapToObj(i -> new Fault(ProblemCode.INVALID_FIELD, "#/columns/" + i, "another column has this name"))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.of(faults).asException();
        }
        return names;
    }
}
