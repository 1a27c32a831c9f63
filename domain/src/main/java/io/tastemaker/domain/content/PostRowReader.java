package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CountText;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MissingText;
import io.tastemaker.domain.creators.RowFault.Code;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one row of a list of posts. Used once. */
final class PostRowReader {

    /** The longest caption that is kept, in UTF-16 units: some ten times what platforms allow. */
    private static final int MOST_CAPTION = 30_000;
    /** The longest value that is kept as it came, and all of a post together. */
    private static final int MOST_RAW = 1_000;
    private static final int MOST_RAW_OF_A_POST = 8_000;
    private static final int MOST_URL = 2_000;
    private static final Pattern ROUNDED_ID = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,3}");

    private final PostListLayout layout;
    private final long row;
    private final long line;
    private final List<String> cells;
    private final Instant asOf;
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<String, String> raw = new LinkedHashMap<>();

    PostRowReader(PostListLayout layout, long row, long line, List<String> cells, Instant asOf) {
        this.layout = layout;
        this.row = row;
        this.line = line;
        this.cells = cells;
        this.asOf = asOf;
    }

    PostListRow read() {
        if (cells.stream().allMatch(String::isBlank)) {
            return new PostListRow.Blank();
        }
        lookAtShape();
        Optional<String> url = url();
        Optional<PostLink> link = url.flatMap(PostLink::read);
        Optional<Platform> platform = platform(link);
        Optional<PostLink> told = link.filter(address -> platform.filter(address.platform()::equals).isPresent());
        Optional<Handle> creator = platform.flatMap(where -> creator(where, told));
        String caption = caption();
        Optional<Instant> postedAt = text(PostColumn.POSTED_AT).flatMap(this::time);
        Optional<String> key = key(told, url, caption, postedAt);
        if (creator.isEmpty() || key.isEmpty()) {
            return new PostListRow.Rejected(faults);
        }
        Counts counts = new Counts(count(PostColumn.LIKES), count(PostColumn.COMMENTS), count(PostColumn.VIEWS), count(PostColumn.SHARES),
                count(PostColumn.SAVES));
        keepRaw();
        return new PostListRow.Draft(creator.get(), new PostDraft(key.get(), url, postedAt, caption, counts, raw), faults);
    }

    private Optional<String> cell(PostColumn column) {
        return Optional.ofNullable(layout.meanings().get(column)).filter(index -> index < cells.size()).map(cells::get)
                .filter(value -> !MissingText.isMissing(value));
    }

    private Optional<String> text(PostColumn column) {
        return cell(column).map(PostText::line).filter(value -> !value.isEmpty());
    }

    private String label(PostColumn column) {
        return Optional.ofNullable(layout.meanings().get(column)).map(index -> layout.columns().get(index).column()).orElse("");
    }

    private void fault(PostColumn column, String value, Code code, String detail) {
        faults.add(new RowFault(row, line, label(column), value, code, detail));
    }

    private Optional<String> url() {
        Optional<String> written = text(PostColumn.URL);
        Optional<String> url = written.map(text -> text.contains("://") || PostLink.read(text).isEmpty() ? text : "https://" + text)
                .filter(text -> text.length() <= MOST_URL && text.matches("(?i)https?://\\S+"));
        if (written.isPresent() && url.isEmpty()) {
            fault(PostColumn.URL, written.get(), Code.BAD_URL, "must be a web address; left out");
        }
        return url;
    }

    private Optional<Platform> platform(Optional<PostLink> link) {
        Optional<String> written = text(PostColumn.PLATFORM);
        if (written.isPresent()) {
            Optional<Platform> known = Arrays.stream(Platform.values())
                    .filter(each -> each.code().equalsIgnoreCase(written.get()) || each.title().equalsIgnoreCase(written.get())).findFirst();
            if (known.isEmpty()) {
                fault(PostColumn.PLATFORM, written.get(), Code.UNKNOWN_PLATFORM, "must be one of "
                        + Arrays.stream(Platform.values()).map(Coded::code).collect(Collectors.joining(", ")) + "; the row was left out");
            }
            link.filter(address -> known.isPresent() && address.platform() != known.get()).ifPresent(address ->
                    fault(PostColumn.PLATFORM, written.get(), Code.DISAGREEMENT, "the address stands on " + address.platform().title()
                            + "; nothing was taken from it"));
            return known;
        }
        Optional<Platform> platform = link.map(PostLink::platform).or(layout::platform).or(() -> layout.creator().map(Handle::platform));
        if (platform.isEmpty()) {
            faults.add(new RowFault(row, line, "", "", Code.UNKNOWN_PLATFORM, "the row does not say where the post stands; it was left out"));
        }
        return platform;
    }

    private Optional<Handle> creator(Platform platform, Optional<PostLink> link) {
        Optional<String> written = text(PostColumn.HANDLE);
        Optional<Handle> read = written.flatMap(text -> Handle.within(platform, text));
        if (written.isPresent() && read.isEmpty()) {
            fault(PostColumn.HANDLE, written.get(), Code.NOT_A_HANDLE,
                    "a handle has 1 to 100 letters, digits, dots, underscores and hyphens");
        }
        Optional<Handle> creator = read
                .or(() -> link.flatMap(PostLink::handle).flatMap(name -> Handle.read(platform, name)))
                .or(() -> layout.creator().filter(handle -> handle.platform() == platform));
        if (creator.isEmpty()) {
            faults.add(new RowFault(row, line, label(PostColumn.HANDLE), written.orElse(""), Code.NO_HANDLE,
                    "it is not said whose post it is; the row was left out"));
        }
        return creator;
    }

    private String caption() {
        String caption = cell(PostColumn.CAPTION).map(PostText::lines).orElse("");
        String tags = cell(PostColumn.HASHTAGS).map(PostRowReader::hashtags).orElse("");
        String whole = tags.isEmpty() ? caption : caption.isEmpty() ? tags : caption + "\n" + tags;
        if (whole.length() <= MOST_CAPTION) {
            return whole;
        }
        fault(PostColumn.CAPTION, whole, Code.ALTERED_TEXT, "cut to " + MOST_CAPTION + " characters");
        return PostText.cut(whole, MOST_CAPTION);
    }

    /** Tags as a source gives them, with or without marks, apart by blanks, commas or the brackets of a list. */
    private static String hashtags(String text) {
        return Arrays.stream(PostText.line(text).split("[\\s,;|\\[\\]'\"#＃]+")).filter(tag -> !tag.isEmpty()).map(tag -> "#" + tag)
                .collect(Collectors.joining(" "));
    }

    private Optional<Instant> time(String text) {
        Optional<Instant> time = PostTimeText.read(text, layout.daysFirst(), asOf.plus(Duration.ofDays(1)));
        if (time.isEmpty()) {
            fault(PostColumn.POSTED_AT, text, Code.NOT_A_DATE,
                    "must be a time since 2003 such as 2022-06-05T13:00:00Z, 2022-06-05 or 1654434000; left out");
        }
        return time;
    }

    /** What names the post: what its address says, as sources do, else its id, else its address, else its content. */
    private Optional<String> key(Optional<PostLink> link, Optional<String> url, String caption, Optional<Instant> postedAt) {
        Optional<String> key = link.map(PostLink::key).or(this::id)
                .or(() -> url.map(address -> "url:" + Analysis.fingerprint(address)))
                .or(() -> caption.isEmpty() ? Optional.empty() : Optional.of("text:"
                        + Analysis.fingerprint(caption + postedAt.map(at -> "\n" + at).orElse(""))));
        if (key.isEmpty()) {
            faults.add(new RowFault(row, line, "", "", Code.NO_POST,
                    "neither an id nor an address nor a caption stands in this row; it was left out"));
        }
        return key;
    }

    private Optional<String> id() {
        Optional<String> written = text(PostColumn.KEY).filter(text -> text.length() <= PostDraft.MOST_KEY);
        if (written.filter(text -> ROUNDED_ID.matcher(text).matches()).isPresent()) {
            fault(PostColumn.KEY, written.get(), Code.ALTERED_NUMBER, "a spreadsheet rounded this id, so that it names many posts; left out");
            return Optional.empty();
        }
        return written;
    }

    private Optional<Long> count(PostColumn column) {
        Optional<String> written = cell(column);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return switch (CountText.read(PostText.line(written.get()))) {
            case CountText.Missing missing -> Optional.empty();
            case CountText.Count(long value, boolean rounded) when value <= Counts.MOST -> {
                if (rounded) {
                    fault(column, written.get(), Code.ALTERED_NUMBER, "rounded to " + value + ", since it counts whole things");
                }
                yield Optional.of(value);
            }
            case CountText.Count tooMany -> outOfRange(column, written.get(), "it is more than " + Counts.MOST);
            case CountText.OutOfRange beyond -> outOfRange(column, written.get(), beyond.reason());
            case CountText.Unreadable unreadable -> {
                fault(column, written.get(), Code.NOT_A_NUMBER, unreadable.reason() + "; must be a count such as 48500 or 48.5K; left out");
                yield Optional.empty();
            }
        };
    }

    private Optional<Long> outOfRange(PostColumn column, String value, String reason) {
        fault(column, value, Code.OUT_OF_RANGE, reason + "; left out");
        return Optional.empty();
    }

    private void lookAtShape() {
        int width = layout.columns().size();
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                faults.add(new RowFault(row, line, "", cells.get(i), Code.TOO_MANY_CELLS, "the row has " + cells.size() + " values under "
                        + width + " headers; those beyond were left out"));
                break;
            }
        }
        for (int i = 0; i < Math.min(width, cells.size()); i++) {
            if (cells.get(i).indexOf('\uFFFD') >= 0) {
                faults.add(new RowFault(row, line, layout.columns().get(i).column(), cells.get(i), Code.REPLACED_CHARACTERS,
                        "bytes that the encoding does not know became U+FFFD"));
            }
        }
    }

    private void keepRaw() {
        int kept = 0;
        for (int i = 0; i < Math.min(cells.size(), layout.columns().size()); i++) {
            ColumnUse use = layout.columns().get(i);
            if (use.state() != ColumnUse.State.USED && !MissingText.isMissing(cells.get(i)) && kept < MOST_RAW_OF_A_POST) {
                String value = PostText.cut(PostText.line(cells.get(i)), MOST_RAW);
                raw.put(use.column(), value);
                kept += value.length();
            }
        }
    }
}
