package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.util.Arrays;
import java.util.List;

/** Notes which columns there are. */
final class Layout implements Columns {

    /** Whose positions stand in the columns. */
    private static final List<Enum<?>[]> VOCABULARIES = List.of(
            Platform.values(), Category.values(), Observed.Kind.values(), Measure.values(), CatalogueSegment.Dated.values());

    private final StringBuilder text = new StringBuilder();

    private Layout() {}

    static String text() {
        Layout layout = new Layout();
        Part.walked(List.of(Part.of(new SegmentBuilder(TeamId.CATALOGUE).build())), TeamId.CATALOGUE, layout);
        for (Enum<?>[] vocabulary : VOCABULARIES) {
            String names = String.join(" ", Arrays.stream(vocabulary).map(Enum::name).toList());
            layout.text.append(vocabulary.getClass().componentType().getSimpleName()).append(": ").append(names).append('\n');
        }
        return layout.text.toString();
    }

    private <T> T noted(String name, T column) {
        text.append(column.getClass().componentType()).append(' ').append(name).append('\n');
        return column;
    }

    @Override
    public byte[] bytes(String name, byte[] column) {
        return noted(name, column);
    }

    @Override
    public char[] chars(String name, char[] column) {
        return noted(name, column);
    }

    @Override
    public int[] ints(String name, int[] column) {
        return noted(name, column);
    }

    @Override
    public long[] longs(String name, long[] column) {
        return noted(name, column);
    }
}
