-- Neovim as a person uses it: a briefing is opened, mistyped, mended, asked about and renamed in. What came of it is printed as
-- one JSON document.
local function wait(what, ready)
  assert(vim.wait(60000, ready, 10), what .. ': it takes too long')
end

vim.o.swapfile = false
vim.cmd.edit(vim.env.BRIEFING)
local buffer = vim.api.nvim_get_current_buf()
local said = {}
vim.lsp.start({ name = 'bluf', cmd = { vim.env.BLUF, 'lsp' }, root_dir = vim.env.LIBRARY })
wait('the server', function()
  local client = vim.lsp.get_clients({ bufnr = buffer })[1]
  return client and client.initialized
end)
local client = vim.lsp.get_clients({ bufnr = buffer })[1]
said.encoding = client.offset_encoding

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local function row(words)
  for at, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local column = line:find(words, 1, true)
    if column then return at, column - 1, line end
  end
  error('no ' .. words)
end

-- The rules of what is found, once there are some, or once there are none.
local function rules(some)
  wait('findings', function() return (#vim.diagnostic.get(buffer) > 0) == some end)
  return vim.tbl_map(function(finding) return finding.code end, vim.diagnostic.get(buffer))
end

local function ask(method, params)
  local answer = assert(client:request_sync(method, params, 60000, buffer), method)
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

local function cursor(words, into)
  local at, column = row(words)
  vim.api.nvim_win_set_cursor(0, { at, column + into })
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

local before = text()
local at, _, line = row('quote: marks a significant shift')
vim.api.nvim_buf_set_lines(buffer, at - 1, at, true, { (line:gsub('significant', 'slight')) })
said.broken = rules(true)
local finding = vim.diagnostic.get(buffer)[1]
local params = cursor('marks a slight', 3)
params.position = nil
params.range = {
  start = { line = finding.lnum, character = finding.col },
  ['end'] = { line = finding.end_lnum, character = finding.end_col },
}
params.context = { diagnostics = {}, only = { 'quickfix' } }
local fix = ask('textDocument/codeAction', params)[1]
said.fix = fix.title
vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
said.mended = rules(false)
said.same = text() == before

vim.api.nvim_buf_set_lines(buffer, at - 1, at, true, { '      quote: a significant sh' })
local items = ask('textDocument/completion', cursor('quote: a significant sh', 23)).items
vim.lsp.util.apply_text_edits({ items[1].textEdit }, buffer, client.offset_encoding)
said.completed = vim.api.nvim_buf_get_lines(buffer, at - 1, at, true)[1]
vim.api.nvim_buf_set_lines(buffer, at - 1, at, true, { line })

said.hover = ask('textDocument/hover', cursor('likely [J1]', 9)).contents.value
cursor('likely [J1]', 9)
vim.lsp.buf.rename('J91')
wait('the new name', function() return text():find('\n  J91:', 1, true) ~= nil end)
said.names = select(2, text():gsub('J91', ''))

cursor('quote: marks a significant shift', 9)
vim.lsp.buf.definition()
wait('the source', function() return vim.api.nvim_get_current_buf() ~= buffer end)
said.source = vim.fs.basename(vim.api.nvim_buf_get_name(0))
local place = vim.api.nvim_win_get_cursor(0)
said.words = vim.api.nvim_get_current_line():sub(place[2] + 1, place[2] + 25)

client:stop()
wait('the end', function() return client:is_stopped() end)
io.write(vim.json.encode(said))
