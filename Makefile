# Two commands do it all: make demo, make test.

GO      ?= go
BIN     := bin/formare
DEMO    := demo
SCALE   ?= 100

.PHONY: all build demo test lint bench fuzz clean

all: build

build:
	@$(GO) build -trimpath -o $(BIN) ./cmd/formare

# An invented programme in messy workbooks, and the whole job on it. The sample has problems planted in
# it, so the run ends with code 3: done, with findings.
demo: build
	@rm -rf $(DEMO)
	@$(BIN) sample $(DEMO) --quiet
	@$(BIN) run --project $(DEMO) || [ $$? -eq 3 ]
	@echo
	@echo "The workbooks that were read:  $(DEMO)/data/inbox"
	@echo "What is true, to compare with: $(DEMO)/truth"
	@echo "The figures:                   $(DEMO)/reports/2018-03/figures"
	@echo "Deck, tables and page:         $(DEMO)/reports/2018-03/deck.pptx, tables.xlsx, report.html"
	@echo "Ask it something:              $(BIN) query --project $(DEMO) 'SELECT * FROM headline'"

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "gofmt: the files above"; exit 1; }
	$(GO) mod tidy -diff
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	@for os in linux windows darwin; do CGO_ENABLED=0 GOOS=$$os $(GO) build -o /dev/null ./cmd/formare || exit 1; done

# Drawing has no goroutines of its own, and takes ten times as long under the race detector; the stories and
# the tests of the pipeline draw under it.
test: lint
	$(GO) test -race $$($(GO) list ./... | grep -v /internal/figure$$)
	$(GO) test ./internal/figure

# Readers of workbooks side by side, figures against matplotlib, the whole job against a script (Python with venv is needed, and what it
# installs goes into .tools/bench), then times and memory of each stage of a run, at scale 1 and at SCALE.
bench: build
	@$(GO) run ./scripts/bench -formare $(BIN)
	@sh scripts/bench.sh $(BIN) 1 $(SCALE)

# Each fuzz target for FUZZTIME.
FUZZTIME ?= 30s
fuzz:
	@sh scripts/fuzz.sh $(FUZZTIME)

clean:
	rm -rf bin $(DEMO)
