/** Files with data of the team over HTTP. */
package io.tastemaker.adapters.http.exports;
