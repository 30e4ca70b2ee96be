-- Asks for paths of a file at random, the same ones in every run; prints the outcome as JSON.
local requests = {}

function init(arguments)
   math.randomseed(1)
   for path in io.lines(arguments[1]) do
      requests[#requests + 1] = wrk.format("GET", path)
   end
end

function request()
   return requests[math.random(#requests)]
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      '\nJSON{"requests":%d,"seconds":%.6f,"mean_ms":%.4f,"p99_ms":%.4f,"bytes":%d,"errors":%d}\n',
      summary.requests, summary.duration / 1e6, latency.mean / 1e3, latency:percentile(99) / 1e3,
      summary.bytes,
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
