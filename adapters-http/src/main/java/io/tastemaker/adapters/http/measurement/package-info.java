/** Routes: what campaigns did, the links and codes that tell, and the analytics of it. */
package io.tastemaker.adapters.http.measurement;
