package io.tastemaker.application.exports;

import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows of what is read page by page. */
final class PagedRows<T> implements RowSource.Rows {

    private final Function<PageRequest, Page<T>> pages;
    private final Function<List<T>, List<List<Cell>>> rows;
    private Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));

    PagedRows(Function<PageRequest, Page<T>> pages, Function<List<T>, List<List<Cell>>> rows) {
        this.pages = pages;
        this.rows = rows;
    }

    @Override
    public Optional<List<List<Cell>>> next() {
        return next.map(request -> {
            Page<T> page = pages.apply(request);
            next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
            return rows.apply(page.items());
        });
    }
}
